/** The rules for overlay files, and the form of their issues. */
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

/** A problem of an overlay file, at its place in the text. */
export interface OverlayIssue {
  readonly rule: OverlayRule;
  readonly key: MessageKey;
  readonly parameters: MessageParameters;
  readonly span: Span;
  /** The key the user may have meant, for an unknown one. */
  readonly suggestion?: string;
}
