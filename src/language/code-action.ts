/** What a quick fix, "fix all" or a refactoring is to an editor. */
import type { TextEdit } from '../assessment/yaml/text-edit';
import type { Problem } from '../rules/rule';

/** One thing that can be done, or a refactoring that cannot be, with the reason. */
export interface CodeAction {
  readonly title: string;
  readonly kind: string;
  readonly edits: readonly TextEdit[];
  /** The new texts hold snippet placeholders such as `${1:reason}`. */
  readonly snippet?: boolean;
  /** Once it is made, what can stand at the cursor is offered. */
  readonly suggests?: boolean;
  readonly isPreferred?: boolean;
  /** What it mends. */
  readonly problem?: Problem;
  /** What the editor does in place of an edit; nothing for editors that know no such commands. */
  readonly command?: 'showSinceSignOff' | 'signOff';
  /** Why it cannot be done here, in the user's language. */
  readonly disabled?: string;
}
