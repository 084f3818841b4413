export * from '../../support/reports';
