export * from '../../support/git-traps';
