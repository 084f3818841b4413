export * from '../../support/code-actions';
