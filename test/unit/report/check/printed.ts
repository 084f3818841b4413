export * from '../../../support/printed-checks';
export { root } from '../../../support/root';
