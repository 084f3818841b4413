export * from '../../support/feature-context';
