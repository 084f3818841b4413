export * from '../support/repository';
