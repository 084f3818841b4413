/** What a completion is to an editor, and what completions are made of. */
import type { TextEdit } from '../assessment/yaml/text-edit';
import type { Span } from '../assessment/yaml/tree';
import type { Translate } from '../messages/messages';
import type { HoverMarkdown } from '../messages/safe-text';
import type { Sheet } from '../sheet/sheet';

export interface Completion {
  readonly label: string;
  readonly detail?: string;
  readonly documentation?: HoverMarkdown;
  readonly kind: 'key' | 'service' | 'level' | 'value' | 'snippet';
  readonly insertText: string;
  /** What is typed is matched against this. */
  readonly filterText: string;
  readonly sortText: string;
  readonly span: Span;
  /** Once inserted, its value is to be completed next. */
  readonly continues?: boolean;
  /** The one to start from, wherever it stands in the list. */
  readonly preselect?: boolean;
  /** `insertText` holds snippet placeholders. */
  readonly snippet?: boolean;
  /**
   * What is edited beside it: a blank that would be left at the end of a line goes, blanks ahead of a comment keep it
   * in its column.
   */
  readonly besides?: readonly TextEdit[];
}

export interface CompletionContext {
  readonly sheet: Sheet;
  readonly text: string;
  /** The day it is, `YYYY-MM-DD`. */
  readonly today: string;
  readonly t: Translate;
}

/** A completion without what is the same for all at its place. */
export type Draft = Omit<Completion, 'span' | 'sortText' | 'filterText'>;
