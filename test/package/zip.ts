export * from '../support/zip';
