export * from '../../support/when-clause';
