/** Problems as lines that terminals and editors turn into links, and a summary line. */
import { LineIndex } from '../../assessment/yaml/lines';
import type { RuleId } from '../../assessment/vocabulary';
import type { Translate } from '../../messages/messages';
import { printable } from '../../messages/printable';
import { joined, ours, type Printable } from '../../messages/safe-text';
import type { Severity } from '../../rules/rule';
import type { Paint, Style } from '../terminal/paint';
import { part } from '../terminal/columns';
import type { Counts } from './counts';
import type { Checked } from './result';
import { shownPath, type Reader } from '../terminal/table';
import { wrapLine } from '../terminal/wrap';

const styles: Record<Severity, Style> = { error: 'red', warning: 'yellow', info: 'cyan' };

/**
 * `path:line:column severity message (rule)` for each problem, counted from 1, each ended by `\n`; without a position
 * for a deleted file. In a terminal long lines are wrapped and indented.
 */
export function problemLines({ path, assessment, problems, deletion }: Checked, reader: Reader): Printable {
  const { t } = reader;
  const lines = new LineIndex(assessment.text);
  const file = shownPath(path, t);
  const painted = problems.map(({ rule, severity, message, span }) => {
    const { line, character } = lines.positionAt(span.start);
    const place = ours`${file}:${deletion ? '' : ours`${line + 1}:${character + 1}`} `;
    return problemLine({ place, severity, message: printable(message), rule }, reader);
  });
  return joined(painted, '');
}

interface Line {
  readonly place: Printable;
  readonly severity: Severity;
  readonly message: Printable;
  readonly rule: RuleId;
}

function problemLine({ place, severity, message, rule }: Line, reader: Reader): Printable {
  const { t, paint } = reader;
  const word = t(`report.severity.${severity}`);
  const wrapped = joined(wrapLine(ours`${place}${word} ${message} (${rule})`, reader, '', '    '), '\n');
  const isWhole = wrapped.startsWith(place + word);
  const start = isWhole ? ours`${place}${paint(styles[severity], word)}` : '';
  const rest = part(wrapped, isWhole ? place.length + word.length : 0, -rule.length - 2);
  return ours`${start}${rest}${paint('dim', ours`(${rule})`)}\n`;
}

/** The number of assessments, and of problems by severity. */
export function summaryLine(assessments: number, counts: Counts, t: Translate, paint: Paint): Printable {
  return ours`${paint(styleOf(counts), t('report.summary', { assessments, ...counts }))}\n`;
}

function styleOf({ errors, warnings }: Counts): Style {
  if (errors) return 'red';
  return warnings ? 'yellow' : 'green';
}
