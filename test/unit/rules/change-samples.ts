export * from '../../support/rules/change-samples';
