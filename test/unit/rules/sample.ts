export * from '../../support/rules/sample';
