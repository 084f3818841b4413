/** What every report is made of, and what a format is. */
import type { Translate } from '../messages/messages';
import type { Printable } from '../messages/safe-text';
import type { Sheet } from '../sheet/sheet';
import type { Checked } from './check/result';

/** What formats that draw one picture can draw. */
export const pictures = ['radar', 'grid', 'badge'] as const;
export type Picture = (typeof pictures)[number];

/** How much a document tells: what managers read, or everything there is. */
export const sizes = ['summary', 'full'] as const;
export type Size = (typeof sizes)[number];

export interface ReportInput {
  /** In the order to be shown; at least one. */
  readonly checked: readonly Checked[];
  readonly sheet: Sheet;
  readonly t: Translate;
  /** The day the report is made, `YYYY-MM-DD`. */
  readonly today: string;
  /** What to draw, for a format that draws one picture. */
  readonly picture?: Picture;
  /** Whose services are asked about, for questions; all where nobody is named. */
  readonly responder?: string;
  /** How much is told, by a format that has sizes; the summary where nothing is said. */
  readonly size?: Size;
}

/** Gives the whole document; text from the assessments is nothing but text in it. */
export type Render = (input: ReportInput) => Printable | Uint8Array | Promise<Printable | Uint8Array>;

/** One format: what it is called, and how to get the function that writes it, which is loaded when it is used. */
export interface Format {
  /** As `--format` takes it. */
  readonly id: string;
  /** Of its files, without a dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** Not to be shown in a terminal. */
  readonly binary?: true;
  /** Draws one picture of one assessment. */
  readonly pictures?: readonly Picture[];
  /** Comes in a summary and in full. */
  readonly sized?: true;
  /** The most assessments in one document: more would be longer than a text can be, or take all memory. */
  readonly most: number;
  load(): Promise<Render>;
}
