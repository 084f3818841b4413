export * from '../support/papers';
