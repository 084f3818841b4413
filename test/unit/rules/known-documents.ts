export * from '../../support/known-documents';
