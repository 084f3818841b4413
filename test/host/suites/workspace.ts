export * from '../support/workspace';
