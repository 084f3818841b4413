export * from '../support/questions';
