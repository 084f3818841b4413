/** A quick fix, "fix all" or refactoring, independent of the editor. */
import type { TextEdit } from '../assessment/yaml/text-edit';
import type { Problem } from '../rules/rule';

/** A service, or its evidence with a link. */
export interface CommandTarget {
  readonly service: string;
  readonly link?: string;
}

/** An available action, or a refactoring that is disabled, with the reason. */
export interface CodeAction {
  readonly title: string;
  readonly kind: string;
  readonly edits: readonly TextEdit[];
  /** The new texts hold snippet placeholders such as `${1:reason}`. */
  readonly snippet?: boolean;
  /** After it is applied, suggestions open at the cursor. */
  readonly suggests?: boolean;
  readonly isPreferred?: boolean;
  /** The problem that it fixes. */
  readonly problem?: Problem;
  /** The command the editor runs in place of an edit; editors without that command do not offer the action. */
  readonly command?: 'showSinceSignOff' | 'signOff' | 'recordDigests' | 'proposeEvidence';
  /** What the command is for, in the file. */
  readonly target?: CommandTarget;
  /** Why it is not available here, in the user's language. */
  readonly disabled?: string;
}
