export * from '../../support/rules/criteria-samples';
