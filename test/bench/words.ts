export * from '../support/words';
