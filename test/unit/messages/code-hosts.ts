export * from '../../support/code-hosts';
