/** Texts that several formats of the report share. */
import { LineIndex } from '../../assessment/yaml/lines';
import type { RuleId } from '../../assessment/vocabulary';
import type { Translate } from '../../messages/messages';
import type { Own } from '../../messages/safe-text';
import { printable } from '../../messages/printable';
import { distinctions, type Named } from '../distinct-names';
import type { Checked } from '../check/result';
import { shownPath } from '../terminal/table';

/** The name of an assessment in a report, on one line: its subject, or else its path. */
export function titleOf({ assessment, path }: Checked, t: Translate): string {
  return printable(assessment.subject?.value ?? '').trim() || shownPath(path, t);
}

/** Distinct names of several assessments, in their order: the title, with the day or path added to equal ones. */
export function titlesOf(checked: readonly Checked[], t: Translate): string[] {
  const named = checked.map((one) => namedOf(one, t));
  return distinctions(named).map((detail, index) => {
    const name = named[index]?.name ?? '';
    return detail === undefined ? name : t('report.told-apart', { name, detail });
  });
}

/** What distinguishes an assessment from others. */
export function namedOf(one: Checked, t: Translate): Named {
  return { name: titleOf(one, t), assessed: one.assessment.assessed?.value, path: shownPath(one.path, t) };
}

/** The title of the whole document. */
export function reportTitle(checked: readonly Checked[], t: Translate): string {
  const [first] = checked;
  return checked.length === 1 && first
    ? t('report.title', { subject: titleOf(first, t) })
    : t('report.title-many', { count: checked.length });
}

/** A problem in the form of reports. */
export interface ProblemRow {
  /** Counted from 1. */
  readonly line: number;
  readonly severity: Own;
  readonly message: string;
  readonly rule: RuleId;
}

/** The problems of an assessment, in text order. */
export function problemRows({ assessment, problems }: Checked, t: Translate): ProblemRow[] {
  const lines = new LineIndex(assessment.text);
  return problems.map(({ rule, severity, message, span }) => ({
    line: lines.positionAt(span.start).line + 1,
    severity: t(`report.severity.${severity}`),

    message,
    rule,
  }));
}
