export * from '../../support/problems';
