/** The interface of a format of `check`: a piece for each assessment, and the text around the pieces. */
import type { Translate } from '../../messages/messages';
import type { Printable } from '../../messages/safe-text';
import type { Counts } from '../../report/check/counts';
import type { Checked } from '../../report/check/result';
import type { SeverityOverrides } from '../../rules/check';
import type { Severity } from '../../rules/rule';
import type { Sheet } from '../../sheet/sheet';
import type { Environment } from '../terminal';

/**
 * How assessments are printed, for the terminal that the output may be. Plain data, since it is sent to other threads.
 */
export interface Look {
  /** The current folder, absolute. */
  readonly cwd: string;
  readonly colours: boolean;
  /** The severities that make the command fail. */
  readonly failing: readonly Severity[];
  /** The width in columns; `Infinity` without a terminal. */
  readonly width: number;
}

/** What assessments were checked with. */
export interface CheckContext {
  readonly overrides: SeverityOverrides;
  readonly sheet: Sheet;
  readonly t: Translate;
}

/** The totals over all assessments. */
export interface Totals {
  readonly assessments: number;
  readonly counts: Counts;
  /** The pieces of deleted assessments, where the format separates them; absent unless these were searched for. */
  readonly deleted?: readonly Printable[];
  /** The pieces of individual scorings, where the format separates them. */
  readonly individuals: readonly Printable[];
  /** Messages about files that could not be read. */
  readonly failures: readonly string[];
  /** What the format kept of the pieces, in their order. */
  readonly kept: readonly Printable[];
}

export interface EndContext {
  readonly t: Translate;
  /** The variables by which a build server describes the run. */
  readonly env: Environment;
  readonly colours: boolean;
}

/** In parts where all of them together may exceed the maximum length of a string. */
export type End = Printable | Promise<Printable> | Iterable<Printable> | AsyncIterable<Printable>;

/** What becomes of a piece: a part is written in its turn, and a part is kept for the end. Either may be missing. */
export interface Parts {
  readonly written?: Printable;
  readonly kept?: Printable;
}

/** A format. Code needed by only one format is loaded on demand. */
export interface CheckFormat {
  /** The endings of its files, without a dot. */
  readonly endings: readonly string[];
  /** How it is written: as data, as text for people, or as commands to a build server. */
  readonly manner: 'write' | 'say' | 'command';
  /** The output for one assessment. The piece may come from another thread, or from the cache. */
  piece(checked: Checked, look: Look, context: CheckContext): Printable | Promise<Printable>;
  /** The text before the first piece, and between two that are not empty; none by default. */
  start?(t: Translate): Printable | Promise<Printable>;
  readonly between?: Printable;
  /** Takes a piece apart, `index` counting them; by default it is written as it is. Memory grows with what is kept. */
  split?(piece: Printable, index: number): Parts | Promise<Parts>;
  /** Deleted assessments and individual scorings are separated from the others. */
  readonly partsOthers?: boolean;
  /** The text after the last piece; empty by default. */
  end?(totals: Totals, context: EndContext): End;
}
