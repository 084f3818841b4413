export * from '../support/full-assessment';
