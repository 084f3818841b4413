export * from '../../support/analyse';
export { root } from '../../support/root';
