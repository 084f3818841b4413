/**
 * What `check` prints, by format: a piece for each assessment, which may come from another thread or an earlier run, and what
 * is put around the pieces. What only one format needs is loaded for it alone.
 */
import type { Translate } from '../../messages/messages';
import { nestedJson, printableJson } from '../../messages/printable';
import { joined, ours, type Printable } from '../../messages/safe-text';
import type { Counts } from '../../report/check/counts';
import { coloured, plain } from '../../report/terminal/paint';
import { problemLines, summaryLine } from '../../report/check/problem-lines';
import { assessmentResult, deletedResult, type Checked } from '../../report/check/result';
import type { ReviewPart } from '../../report/comparison/review-markdown';
import { assessmentTable } from '../../report/terminal/table';
import type { SeverityOverrides } from '../../rules/check';
import type { Severity } from '../../rules/rule';
import type { Sheet } from '../../sheet/sheet';
import { measureFor, type Environment } from '../terminal';
import { pathInRepository } from '../../node/workspace-root';

/** The formats with the endings of their files. */
export const checkFormats = {
  text: ['txt', 'log'],
  json: ['json'],
  jsonl: ['jsonl', 'ndjson'],
  sarif: ['sarif', 'sarif.json'],
  github: [],
  markdown: ['md'],
  unix: [],
  codequality: [],
  junit: ['xml'],
} as const;
export type CheckFormat = keyof typeof checkFormats;

/** How assessments are printed; text is made for the terminal the output may be. */
export interface Look {
  readonly format: CheckFormat;
  /** The current folder, absolute. */
  readonly cwd: string;
  readonly colours: boolean;
  /** The severities that make the command fail. */
  readonly failing: readonly Severity[];
  /** Columns; `Infinity` where no terminal sets them. */
  readonly width: number;
}

/** By what assessments were judged. */
interface Context {
  readonly overrides: SeverityOverrides;
  readonly sheet: Sheet;
  readonly t: Translate;
}

/** What a format says of one assessment. */
export async function pieceOf(checked: Checked, look: Look, context: Context): Promise<Printable> {
  const { format, cwd, colours, width, failing } = look;
  const { sheet, t } = context;
  const fromRoot = (): Checked => ({ ...checked, path: pathInRepository(checked.path, cwd) });
  switch (format) {
    case 'json':
      return nestedJson((checked.deletion ? deletedResult : assessmentResult)(checked, sheet), '    ');
    case 'jsonl':
      return (await import('../../report/check/json-lines')).jsonLine(checked, sheet);
    case 'sarif':
      return printableJson((await import('../../report/check/sarif')).sarifPart(fromRoot(), context), true);
    case 'github':
      return (await import('../../report/check/annotations')).annotations(fromRoot());
    case 'markdown':
      return printableJson(
        (await import('../../report/comparison/review-markdown')).reviewPart(fromRoot(), context),
        true,
      );
    case 'unix':
      return (await import('../../report/check/unix')).unixLines(checked);
    case 'codequality':
      return (await import('../../report/check/code-quality')).codeQualityPart(fromRoot());
    case 'junit':
      return (await import('../../report/check/junit')).junitSuite(fromRoot(), {
        overrides: context.overrides,
        failing,
      });
    case 'text': {
      const measure = await measureFor(checked.path + checked.assessment.text);
      const reader = { sheet, t, paint: colours ? coloured : plain, measure, width };
      const lines = problemLines(checked, reader);
      const table = checked.deletion ? '' : ours`${assessmentTable(checked, reader)}\n`;
      return ours`${table}${lines ? ours`${lines}\n` : ''}`;
    }
  }
}

/** What there is to say of all together. */
export interface Totals {
  readonly assessments: number;
  readonly counts: Counts;
  /** The pieces of those that are no longer there, where they stand apart; missing where that was not asked for. */
  readonly deleted?: readonly Printable[];
}

/**
 * What stands around the pieces: they are written as they come, unless the format needs them all for its `end`, which
 * has none otherwise, and the sentences about what could not be read.
 */
export interface Frame {
  /** How it is written: as data, as text for people, or as commands to a build server. */
  readonly manner: 'write' | 'say' | 'command';
  readonly start: Printable;
  readonly between: Printable;
  readonly keepsPieces?: boolean;
  /** Assessments that are no longer there stand apart from the others, not before them. */
  readonly partsDeleted?: boolean;
  /** Part by part where all pieces together may be longer than a text can be. */
  end(totals: Totals, failures: readonly string[], pieces: readonly Printable[]): End;
}

type End = Printable | Promise<Printable> | AsyncIterable<Printable>;

/** Pieces one behind the other. */
const bare = { start: ours``, between: ours`` };

/** The frame of a format; `env` is what a build server says of the run. */
export function frameOf({ format, colours }: Look, t: Translate, env: Environment): Frame {
  switch (format) {
    case 'json':
      return {
        manner: 'write',
        start: ours`{\n  "version": 1,\n  "assessments": [\n    `,
        between: ours`,\n    `,
        partsDeleted: true,
        end: jsonEnd,
      };
    case 'jsonl':
    case 'unix':
      return { ...bare, manner: 'write', end: () => ours`` };
    case 'codequality':
      return keeping(async function* (_failures, pieces) {
        yield* (await import('../../report/check/code-quality')).codeQualityReport(pieces);
      });
    case 'junit':
      return {
        manner: 'write',
        start: ours`<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="psirt-maturity">\n`,
        between: ours``,
        end: () => ours`</testsuites>\n`,
      };
    case 'sarif':
      return keeping(async function* (failures, pieces) {
        yield* (await import('../../report/check/sarif')).sarifLog(pieces, failures, t, env);
      });
    case 'github':
      return {
        ...bare,
        manner: 'command',
        end: async ({ assessments, counts }) =>
          (await import('../../report/check/annotations')).annotationsEnd(assessments, counts, t),
      };
    case 'markdown':
      return keeping((_failures, pieces) => reviewOf(pieces, t));
    case 'text':
      return {
        ...bare,
        manner: 'say',
        end: ({ assessments, counts }) => summaryLine(assessments, counts, t, colours ? coloured : plain),
      };
  }
}

async function reviewOf(pieces: readonly Printable[], t: Translate): Promise<Printable> {
  const { reviewMarkdown } = await import('../../report/comparison/review-markdown');
  const parts = pieces.map((piece) => JSON.parse(piece) as ReviewPart);
  return reviewMarkdown(parts, t);
}

/** The frame of a format that is made of all pieces together. */
function keeping(end: (failures: readonly string[], pieces: readonly Printable[]) => End): Frame {
  const made: Frame['end'] = (_totals, failures, pieces) => end(failures, pieces);
  return { ...bare, manner: 'write', keepsPieces: true, end: made };
}

function jsonEnd({ assessments, counts, deleted }: Totals): Printable {
  const list = deleted?.length ? ours`\n    ${joined(deleted, ',\n    ')}\n  ` : '';
  const gone = deleted ? ours`  "deleted": [${list}],\n` : '';
  return ours`\n  ],\n${gone}  "summary": ${nestedJson({ assessments, ...counts }, '  ')}\n}\n`;
}
