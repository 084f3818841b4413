export * from '../../support/random-file';
