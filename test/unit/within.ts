export * from '../support/within';
