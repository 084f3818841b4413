export * from '../../support/fuzz-runs';
