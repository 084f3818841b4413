/** The problems of a wording file, as those of assessments are told. */
import type { Span } from '../assessment/yaml/tree';
import type { WordingFile } from '../overlay/read-wording';
import { wordingRules, type WordingRule } from '../overlay/wording-rules';
import type { Translate } from '../messages/messages';
import type { Severity } from './rule';

/** Something wrong with a wording file. */
export interface WordingProblem {
  readonly rule: WordingRule;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  /** The key the user may have meant, for an unknown one. */
  readonly suggestion?: string;
}

/** All problems of a wording file, in the order of the text. */
export function checkWording({ issues }: WordingFile, t: Translate): WordingProblem[] {
  return issues.map(({ rule, key, parameters, span, suggestion }) => ({
    rule,
    severity: wordingRules[rule],
    message: t(key, parameters),
    span,
    suggestion,
  }));
}
