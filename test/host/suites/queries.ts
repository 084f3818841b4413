export * from '../support/queries';
