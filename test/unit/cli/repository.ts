export * from '../../support/repository';
