export * from '../../../support/stop-source';
