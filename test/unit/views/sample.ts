export * from '../../support/views';
