import type { CheckOrder } from '../../src/cli/check/checker';

/** The order of a check as it is without options, except for what a test asks for. */
export function checkOrder(asked: Partial<CheckOrder> = {}): CheckOrder {
  return {
    format: 'json',
    look: { cwd: process.cwd(), colours: false, width: Infinity, failing: [] },
    overrides: {},
    language: 'en',
    today: '2026-11-23',
    latestDay: '2026-11-24',
    ...asked,
  };
}
