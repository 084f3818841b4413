export * from '../../support/rules/agreement-samples';
