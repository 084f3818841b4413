import { namesOtherSheet } from '../assessment/scorable';
import type { Rule } from './rule';
import { issuesOf } from './text-issues';

/** A value of the wrong type or out of range, an unknown key, or a date that does not exist. */
export const invalidValue: Rule = {
  id: 'invalid-value',
  severity: 'error',
  fixes: 'safe',
  seenBySchema: true,
  readsText: true,
  ofText: true,
  check: (context) => (namesOtherSheet(context.assessment) ? [] : issuesOf('invalid-value', context)),
};
