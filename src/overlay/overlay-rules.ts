/** What can be wrong with an overlay file, and how a mistake in one is told. */
import type { MessageKey, MessageParameters } from '../messages/messages';
import type { Span } from '../assessment/yaml/tree';

/** The severities of the problems an overlay file can have, by their names. */
export const overlayRules = {
  'yaml-syntax': 'error',
  'invalid-value': 'error',
  'unknown-service': 'error',
  'level-not-described': 'warning',
  'changed-reference': 'warning',
  'long-summary': 'info',
} as const;
export type OverlayRule = keyof typeof overlayRules;

/** Something wrong with an overlay file, at the place where it is. */
export interface OverlayIssue {
  readonly rule: OverlayRule;
  readonly key: MessageKey;
  readonly parameters: MessageParameters;
  readonly span: Span;
  /** The key the user may have meant, for an unknown one. */
  readonly suggestion?: string;
}
