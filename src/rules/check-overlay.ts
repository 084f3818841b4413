/** Reports the problems of an overlay file in the form of those of assessments. */
import type { Span } from '../assessment/yaml/tree';
import type { OverlayFile } from '../overlay/read-overlay';
import { overlayRules, type OverlayRule } from '../overlay/overlay-rules';
import type { Translate } from '../messages/messages';
import type { Severity } from './rule';

/** A problem of an overlay file. */
export interface OwnFileProblem {
  readonly rule: OverlayRule;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  /** The key the user may have meant, for an unknown one. */
  readonly suggestion?: string;
}

/** All problems of an overlay file, in the order of the text. */
export function checkOverlay({ issues }: OverlayFile, t: Translate): OwnFileProblem[] {
  return issues.map(({ rule, key, parameters, span, suggestion }) => ({
    rule,
    severity: overlayRules[rule],
    message: t(key, parameters),
    span,
    suggestion,
  }));
}
