/** Completions, and the context they are made in. */
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
  /** What the typed text is matched against. */
  readonly filterText: string;
  readonly sortText: string;
  readonly span: Span;
  /** After insertion, suggestions open for its value. */
  readonly continues?: boolean;
  /** Selected first, wherever it is in the list. */
  readonly preselect?: boolean;
  /** `insertText` holds snippet placeholders. */
  readonly snippet?: boolean;
  /** Additional edits: remove a space left at the end of a line, and keep a following comment in its column. */
  readonly besides?: readonly TextEdit[];
}

export interface CompletionContext {
  readonly sheet: Sheet;
  readonly text: string;
  /** The current day, `YYYY-MM-DD`. */
  readonly today: string;
  readonly t: Translate;
}

/** A completion without the properties shared by all at its place. */
export type Draft = Omit<Completion, 'span' | 'sortText' | 'filterText'>;
