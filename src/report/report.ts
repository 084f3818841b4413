/** The input of every report, and the interface of a format. */
import type { Translate } from '../messages/messages';
import type { Printable } from '../messages/safe-text';
import type { Sheet } from '../sheet/sheet';
import type { Checked } from './check/result';

/** The pictures of formats that draw one. */
export const pictures = ['radar', 'grid', 'badge'] as const;
export type Picture = (typeof pictures)[number];

/** The extent of a document: a summary for managers, or everything. */
export const sizes = ['summary', 'full'] as const;
export type Size = (typeof sizes)[number];

export interface ReportInput {
  /** In display order; at least one. */
  readonly checked: readonly Checked[];
  readonly sheet: Sheet;
  readonly t: Translate;
  /** The day the report is made, `YYYY-MM-DD`. */
  readonly today: string;
  /** The picture, for formats that draw one. */
  readonly picture?: Picture;
  /** For interview forms: the person whose services are asked about; all services when absent. */
  readonly responder?: string;
  /** The extent, for formats that have several; a summary by default. */
  readonly size?: Size;
  /** For formats of office programs: a file whose look is kept; ours when absent. */
  readonly template?: Uint8Array;
}

/** Renders the whole document; text from assessments is escaped. */
export type Render = (input: ReportInput) => Printable | Uint8Array | Promise<Printable | Uint8Array>;

/** A format: its names, and how to load the function that renders it. */
export interface Format {
  /** The value of `--format`. */
  readonly id: string;
  /** The extension of its files, without a dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** Not suitable for a terminal. */
  readonly binary?: true;
  /** It draws one of these pictures, of one assessment. */
  readonly pictures?: readonly Picture[];
  /** Available as a summary and in full. */
  readonly sized?: true;
  /** Written on an organisation's own template, where one is given: the extensions of files that can be one. */
  readonly templates?: readonly string[];
  /** Limit of assessments in one document: more would exceed the length of a string, or the memory. */
  readonly most: number;
  load(): Promise<Render>;
}
