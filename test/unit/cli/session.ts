export * from '../../support/session';
