export * from '../support/steps';
