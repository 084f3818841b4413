/** What can be wrong with a wording file, and how a mistake in one is told. */
import type { MessageKey, MessageParameters } from '../messages/messages';
import type { Span } from '../assessment/yaml/tree';

/** The severities of the problems a wording file can have, by their names. */
export const wordingRules = {
  'yaml-syntax': 'error',
  'invalid-value': 'error',
  'unknown-service': 'error',
  'level-not-described': 'warning',
  'changed-reference': 'warning',
  'long-summary': 'info',
} as const;
export type WordingRule = keyof typeof wordingRules;

/** Something wrong with a wording file, at the place where it is. */
export interface WordingIssue {
  readonly rule: WordingRule;
  readonly key: MessageKey;
  readonly parameters: MessageParameters;
  readonly span: Span;
  /** The key the user may have meant, for an unknown one. */
  readonly suggestion?: string;
}
