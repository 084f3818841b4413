/**
 * Problems as GitHub annotations: workflow commands on standard output, which a runner shows at their lines in a pull
 * request.
 *
 * A runner shows ten of each kind for a step and drops the others silently, so the log mentions that.
 */
import { LineIndex } from '../../assessment/yaml/lines';
import { withoutLogCommands } from '../../messages/log-commands';
import type { Translate } from '../../messages/messages';
import { printable } from '../../messages/printable';
import { joined, ours, type Printable } from '../../messages/safe-text';
import type { Severity } from '../../rules/rule';
import type { Counts } from './counts';
import type { Checked } from './result';

const kinds = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<Severity, string>;
const shownOfEachKind = 10;

/**
 * The output of `check --format github`: a command for each problem of an assessment, each ended by `\n`; paths are
 * relative to the repository's root.
 */
export function annotations(checked: Checked): Printable {
  return joined(
    commands(checked).map((line) => ours`${line}\n`),
    '',
  );
}

/** The text after all commands: a note on annotations that the runner will not show, and a summary line. */
export function annotationsEnd(assessments: number, counts: Counts, t: Translate): Printable {
  const dropped = Object.values(counts).some((count) => count > shownOfEachKind);
  const limit = dropped ? ours`${t('report.annotations.limit', { limit: shownOfEachKind })}\n` : '';
  return ours`${limit}${t('report.summary', { assessments, ...counts })}\n`;
}

function commands({ path, assessment, problems, deletion }: Checked): Printable[] {
  const lines = new LineIndex(assessment.text);
  return problems.map(({ rule, severity, message, span }) => {
    const [start, end] = [lines.positionAt(span.start), lines.positionAt(span.end)];
    const columns = { col: start.character + 1, ...(end.line === start.line ? { endColumn: end.character + 1 } : {}) };
    const lineOf = deletion ? {} : { line: start.line + 1, endLine: end.line + 1, ...columns };
    const place = path === '-' ? {} : { file: path, ...lineOf };
    const properties = Object.entries({ ...place, title: rule }).map(([name, value]) => {
      return ours`${printable(name)}=${escapeProperty(String(value))}`;
    });
    return ours`::${kinds[severity]} ${joined(properties, ',')}::${escapeData(message)}`;
  });
}

/** Other build servers may read the log, too, so their commands are escaped as well. */
function escapeData(text: string): Printable {
  return printable(withoutLogCommands(printable(text)).replace(/%/g, '%25'));
}

function escapeProperty(text: string): Printable {
  return printable(escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C'));
}
