/** The form of a rule's example in the documentation. */
import type { Own } from '../messages/safe-text';

export interface RuleExample {
  /** The file that is reported; absent for a `baseline` that was deleted. */
  readonly fails?: Own;
  readonly mended: Own;
  /** The current day, `YYYY-MM-DD`, where it matters. */
  readonly today?: Own;
  /** The baseline, for rules about changes. */
  readonly baseline?: Own;
  /** The relevant documents of the workspace. */
  readonly files?: readonly ExampleFile[];
}

export interface ExampleFile {
  readonly path: Own;
  /** The anchors of its headings. */
  readonly headings?: readonly string[];
  /** The digest of its content. */
  readonly digest?: Own;
}
