export * from '../../support/language-client';
