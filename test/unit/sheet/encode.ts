export * from '../../support/encode';
