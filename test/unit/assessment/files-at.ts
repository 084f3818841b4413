export * from '../../support/files-at';
