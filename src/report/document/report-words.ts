/** Words that several formats of the report share. */
import { LineIndex } from '../../assessment/yaml/lines';
import type { RuleId } from '../../assessment/model';
import type { Translate } from '../../messages/messages';
import type { Own } from '../../messages/safe-text';
import { printable } from '../../messages/printable';
import { distinctions, type Named } from '../distinct-names';
import type { Checked } from '../check/result';
import { shownPath } from '../terminal/table';

/** What an assessment is called in a report: its subject, else its path; on one line. */
export function titleOf({ assessment, path }: Checked, t: Translate): string {
  return printable(assessment.subject?.value ?? '').trim() || shownPath(path, t);
}

/**
 * What each of several assessments is called, in their order: by its title, and by its day or path where others have it
 * too.
 */
export function titlesOf(checked: readonly Checked[], t: Translate): string[] {
  const named = checked.map((one) => namedOf(one, t));
  return distinctions(named).map((detail, index) => {
    const name = named[index]?.name ?? '';
    return detail === undefined ? name : t('report.told-apart', { name, detail });
  });
}

/** By what an assessment is told from others. */
export function namedOf(one: Checked, t: Translate): Named {
  return { name: titleOf(one, t), assessed: one.assessment.assessed?.value, path: shownPath(one.path, t) };
}

/** What the whole document is called. */
export function reportTitle(checked: readonly Checked[], t: Translate): string {
  const [first] = checked;
  return checked.length === 1 && first
    ? t('report.title', { subject: titleOf(first, t) })
    : t('report.title-many', { count: checked.length });
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
    line: lines.positionAt(span.start).line + 1,
    severity: t(`report.severity.${severity}`),

    message,
    rule,
  }));
}
