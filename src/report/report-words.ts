/** Words that several formats of the report share. */
import { LineIndex } from '../assessment/lines';
import type { RuleId } from '../assessment/model';
import type { Translate } from '../messages/messages';
import type { Own } from '../messages/safe-text';
import { printable } from '../messages/printable';
import type { Checked } from './result';
import { shownPath } from './table';

/** What an assessment is called in a report: its subject, else its path; on one line. */
export function titleOf({ assessment, path }: Checked, t: Translate): string {
  return printable(assessment.subject?.value ?? '').trim() || shownPath(path, t);
}

/** What the whole document is called. */
export function reportTitle(checked: readonly Checked[], t: Translate): string {
  const [first] = checked;
  return checked.length === 1 && first ? t('report.title', { subject: titleOf(first, t) }) : t('report.title-many', { count: checked.length });
}

/** A problem as reports list it. */
export interface ProblemRow {
  /** One-based. */
  readonly line: number;
  readonly severity: Own;
  readonly message: string;
  readonly rule: RuleId;
}

/** The problems of an assessment, in the order of its text. */
export function problemRows({ assessment, problems }: Checked, t: Translate): ProblemRow[] {
  const lines = new LineIndex(assessment.text);
  return problems.map(({ rule, severity, message, span }) => ({
    ...{ line: lines.positionAt(span.start).line + 1, severity: t(`report.severity.${severity}`) },
    ...{ message, rule },
  }));
}
