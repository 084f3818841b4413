export * from '../../support/runners';
