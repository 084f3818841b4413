export * from '../../support/rules/fix-cases';
