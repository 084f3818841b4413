export * from '../support/main-path';
