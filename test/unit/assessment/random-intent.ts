export * from '../../support/random-intent';
