import type { Rule } from './rule';
import { issuesOf } from './text-issues';

/** A value of the wrong type or out of range, an unknown key, a date that does not exist. */
export const invalidValue: Rule = {
  id: 'invalid-value',
  severity: 'error',
  readsText: true,
  check: issuesOf('invalid-value'),
};
