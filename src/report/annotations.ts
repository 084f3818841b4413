/**
 * Problems as GitHub annotations: workflow commands on standard output that a runner shows at their lines in a pull request.
 *
 * A runner shows ten of each kind for a step and drops the others without a word, so that is said in the log.
 */
import { LineIndex } from '../assessment/lines';
import type { Translate } from '../messages/messages';
import type { Severity } from '../rules/rule';
import { printable } from './printable';
import type { Counts } from './counts';
import type { Checked } from './result';

const kinds: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };
const shownOfEachKind = 10;

/** `check --format github`: a command for each problem of an assessment, each ended by `\n`; the path is taken from the repository's root. */
export function annotations(checked: Checked): string {
  return commands(checked).map((line) => `${line}\n`).join('');
}

/** What follows the commands of all assessments: a line that sums up, after one about what the runner will not show. */
export function annotationsEnd(assessments: number, counts: Counts, t: Translate): string {
  const dropped = Object.values(counts).some((count) => count > shownOfEachKind);
  const limit = dropped ? `${t('report.annotations.limit', { limit: shownOfEachKind })}\n` : '';
  return `${limit}${t('report.summary', { assessments, ...counts })}\n`;
}

function commands({ path, assessment, problems, deletion }: Checked): string[] {
  const lines = new LineIndex(assessment.text);
  return problems.map(({ rule, severity, message, span }) => {
    const [start, end] = [lines.positionAt(span.start), lines.positionAt(span.end)];
    const columns = { col: start.character + 1, ...(end.line === start.line ? { endColumn: end.character + 1 } : {}) };
    const lineOf = deletion ? {} : { line: start.line + 1, endLine: end.line + 1, ...columns };
    const place = path === '-' ? {} : { file: path, ...lineOf };
    const properties = Object.entries({ ...place, title: rule }).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
    return `::${kinds[severity]} ${properties.join(',')}::${escapeData(message)}`;
  });
}

function escapeData(text: string): string {
  return printable(text).replace(/%/g, '%25');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
