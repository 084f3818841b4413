/** What a format of `check` is: a piece for each assessment, and what is put around the pieces. */
import type { Translate } from '../../messages/messages';
import type { Printable } from '../../messages/safe-text';
import type { Counts } from '../../report/check/counts';
import type { Checked } from '../../report/check/result';
import type { SeverityOverrides } from '../../rules/check';
import type { Severity } from '../../rules/rule';
import type { Sheet } from '../../sheet/sheet';
import type { Environment } from '../terminal';

/**
 * How assessments are printed; text is made for the terminal the output may be. Plain data: other threads get it, too.
 */
export interface Look {
  /** The current folder, absolute. */
  readonly cwd: string;
  readonly colours: boolean;
  /** The severities that make the command fail. */
  readonly failing: readonly Severity[];
  /** Columns; `Infinity` where no terminal sets them. */
  readonly width: number;
}

/** By what assessments were checked. */
export interface CheckContext {
  readonly overrides: SeverityOverrides;
  readonly sheet: Sheet;
  readonly t: Translate;
}

/** What there is to say of all assessments together. */
export interface Totals {
  readonly assessments: number;
  readonly counts: Counts;
  /** The pieces of those that are no longer there, where they stand apart; missing where that was not asked for. */
  readonly deleted?: readonly Printable[];
  /** The pieces of individual scorings, where they stand apart. */
  readonly individuals: readonly Printable[];
  /** The sentences about what could not be read. */
  readonly failures: readonly string[];
  /** The pieces of all, where the format keeps them. */
  readonly pieces: readonly Printable[];
}

export interface EndContext {
  readonly t: Translate;
  /** What a build server says of the run. */
  readonly env: Environment;
  readonly colours: boolean;
}

/** Part by part where all pieces together may be longer than a text can be. */
export type End = Printable | Promise<Printable> | AsyncIterable<Printable>;

/** One format. What only it needs is loaded when it is used. */
export interface CheckFormat {
  /** The endings of its files, without a dot. */
  readonly endings: readonly string[];
  /** How it is written: as data, as text for people, or as commands to a build server. */
  readonly manner: 'write' | 'say' | 'command';
  /** What it says of one assessment. The piece may come from another thread, or from an earlier run. */
  piece(checked: Checked, look: Look, context: CheckContext): Printable | Promise<Printable>;
  /** What stands before the first piece, and between two; nothing where it is left out. */
  readonly start?: Printable;
  readonly between?: Printable;
  /** All pieces are kept for `end`; otherwise each is written as it comes. */
  readonly keepsPieces?: boolean;
  /** Assessments that are no longer there, and individual scorings, stand apart from the others, not among them. */
  readonly partsOthers?: boolean;
  /** What stands after the last piece; nothing where it is left out. */
  end?(totals: Totals, context: EndContext): End;
}
