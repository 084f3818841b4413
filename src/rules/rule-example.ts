/** What an example of a rule is, for its documentation. */
import type { Own } from '../messages/safe-text';

export interface RuleExample {
  /** What is reported; without it the file of `baseline` was deleted. */
  readonly fails?: Own;
  readonly mended: Own;
  /** The day it is, `YYYY-MM-DD`, where that matters. */
  readonly today?: Own;
  /** The other version of the file, for rules about changes. */
  readonly baseline?: Own;
  /** The documents of the workspace that matter. */
  readonly files?: readonly ExampleFile[];
}

export interface ExampleFile {
  readonly path: Own;
  /** The anchors of its headings. */
  readonly headings?: readonly string[];
}
