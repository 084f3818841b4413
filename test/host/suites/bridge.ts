export * from '../support/bridge';
