/** Problems as lines that terminals and editors turn into links, and the last line, which sums up. */
import { LineIndex } from '../assessment/lines';
import type { Translate } from '../messages/messages';
import type { Severity } from '../rules/rule';
import type { Paint, Style } from './paint';
import { printable } from './printable';
import { countProblems, type Checked } from './result';
import { shownPath } from './table';

const styles: Record<Severity, Style> = { error: 'red', warning: 'yellow', info: 'cyan' };

/** `path:line:column severity message (rule)` for each problem, one-based, each line ended by `\n`. */
export function problemLines({ path, assessment, problems }: Checked, t: Translate, paint: Paint): string {
  const lines = new LineIndex(assessment.text);
  return problems
    .map(({ rule, severity, message, span }) => {
      const { line, character } = lines.positionAt(span.start);
      const place = `${shownPath(path, t)}:${line + 1}:${character + 1}`;
      return `${place} ${paint(styles[severity], t(`report.severity.${severity}`))} ${printable(message)} ${paint('dim', `(${rule})`)}\n`;
    })
    .join('');
}

/** How many assessments there were, and how many problems of each severity. */
export function summaryLine(checked: readonly Checked[], t: Translate, paint: Paint): string {
  const counts = countProblems(checked.flatMap(({ problems }) => problems));
  const style = counts.errors ? 'red' : counts.warnings ? 'yellow' : 'green';
  return `${paint(style, t('report.summary', { assessments: checked.length, ...counts }))}\n`;
}
