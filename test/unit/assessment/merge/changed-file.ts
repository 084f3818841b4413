export * from '../../../support/merge-cases';
