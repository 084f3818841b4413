export * from '../../../support/edit-cases';
