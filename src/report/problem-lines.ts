/** Problems as lines that terminals and editors turn into links, and the last line, which sums up. */
import { LineIndex } from '../assessment/lines';
import type { Translate } from '../messages/messages';
import type { Severity } from '../rules/rule';
import type { Paint, Style } from './paint';
import { printable } from './printable';
import type { Counts } from './counts';
import type { Checked } from './result';
import { shownPath, type Reader } from './table';
import { wrapLine } from './wrap';

const styles: Record<Severity, Style> = { error: 'red', warning: 'yellow', info: 'cyan' };

/**
 * `path:line:column severity message (rule)` for each problem, one-based, each ended by `\n`; without a place where the
 * file is no longer there. In a terminal what does not fit goes on below, indented.
 */
export function problemLines({ path, assessment, problems, deletion }: Checked, reader: Reader): string {
  const { t, paint } = reader;
  const lines = new LineIndex(assessment.text);
  return problems
    .map(({ rule, severity, message, span }) => {
      const { line, character } = lines.positionAt(span.start);
      const word = t(`report.severity.${severity}`);
      const start = `${shownPath(path, t)}:${deletion ? '' : `${line + 1}:${character + 1}`} `;
      const wrapped = wrapLine(`${start}${word} ${printable(message)} (${rule})`, reader, '', '    ').join('\n');
      const painted = wrapped.startsWith(start + word) ? start + paint(styles[severity], word) + wrapped.slice(start.length + word.length) : wrapped;
      return `${painted.slice(0, -rule.length - 2)}${paint('dim', `(${rule})`)}\n`;
    })
    .join('');
}

/** How many assessments there were, and how many problems of each severity. */
export function summaryLine(assessments: number, counts: Counts, t: Translate, paint: Paint): string {
  const style = counts.errors ? 'red' : counts.warnings ? 'yellow' : 'green';
  return `${paint(style, t('report.summary', { assessments, ...counts }))}\n`;
}
