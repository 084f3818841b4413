/** What `check` prints, by format. What only one of them needs is loaded for it alone. */
import { printableJson } from '../report/printable';
import { problemLines, summaryLine } from '../report/problem-lines';
import { resultOf, type Checked } from '../report/result';
import { assessmentTable, type Reader } from '../report/table';
import type { SeverityOverrides } from '../rules/check';
import type { Sheet } from '../sheet/sheet';
import type { Translate } from '../messages/messages';
import { pathInRepository } from './documents';
import type { Failure } from './failure';
import { columnsOf, measureFor, paintFor, type Io } from './terminal';

export const checkFormats = ['text', 'json', 'jsonl', 'sarif', 'github'] as const;
export type CheckFormat = (typeof checkFormats)[number];

/** All there is to say after a check. */
export interface CheckOutcome {
  readonly checked: readonly Checked[];
  /** What could not be read. */
  readonly failures: readonly Failure[];
  readonly overrides: SeverityOverrides;
  readonly sheet: Sheet;
  readonly t: Translate;
}

/** The outcome of a check in a format; text is made for the terminal standard output may be. */
export async function checkOutput(format: CheckFormat, outcome: CheckOutcome, io: Io): Promise<string> {
  const { checked, sheet, t } = outcome;
  switch (format) {
    case 'json':
      return printableJson(resultOf(checked, sheet));
    case 'jsonl':
      return (await import('../report/json-lines')).jsonLines(checked, sheet);
    case 'sarif':
      return (await import('../report/sarif')).sarifLog(fromRoot(checked, io), { ...outcome, unread: outcome.failures.map(({ key, parameters }) => t(key, parameters)) });
    case 'github':
      return (await import('../report/annotations')).annotations(fromRoot(checked, io), t);
    case 'text':
      return textReport(outcome, io);
  }
}

/** The same, with paths as a code host counts them. */
function fromRoot(checked: readonly Checked[], io: Io): Checked[] {
  return checked.map((one) => ({ ...one, path: pathInRepository(one.path, io.cwd) }));
}

async function textReport({ checked, sheet, t }: CheckOutcome, io: Io): Promise<string> {
  const paint = paintFor(io.stdout, io.env);
  const measure = await measureFor(checked.map(({ path, assessment }) => path + assessment.text).join(''));
  const reader: Reader = { sheet, t, paint, measure, width: columnsOf(io.stdout, Infinity) };
  const reports = checked.map((one) => {
    const lines = problemLines(one, reader);
    return `${assessmentTable(one, reader)}\n${lines ? `${lines}\n` : ''}`;
  });
  return reports.join('') + summaryLine(checked, t, paint);
}
