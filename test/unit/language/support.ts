export * from '../../support/at-cursor';
