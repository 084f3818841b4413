export * from '../../support/random-choices';
