import { issueRule } from './text-issues';

/** A value of the wrong type or out of range, an unknown key, a date that does not exist. */
export const invalidValue = issueRule('invalid-value');
