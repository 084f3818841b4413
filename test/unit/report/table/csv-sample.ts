export * from '../../../support/csv-tables';
