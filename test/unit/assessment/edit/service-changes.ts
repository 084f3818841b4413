export * from '../../../support/service-changes';
