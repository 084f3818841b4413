/** Assessments as JSON Lines: one line each, in columns that databases and spreadsheets import as a table. */
import { isIndividual } from '../../assessment/individual';
import { parseAssessment } from '../../assessment/parse';
import { printableJson } from '../../messages/printable';
import type { Printable } from '../../messages/safe-text';
import { scoreAssessment } from '../../scoring/score';
import { countProblems } from './counts';
import { assessmentResult, type AssessmentResult, type Checked } from './result';
import type { AssessmentLine } from './json-lines-model';
import type { Sheet } from '../../sheet/sheet';
import { areaIdOf } from '../../sheet/sheet';

/**
 * The output of `check --format jsonl` for an assessment: one line, ended by `\n`, as described by
 * `schemas/result-line.schema.json`. Deleted assessments and individual scorings have no figures, which would otherwise
 * count in averages of a column.
 */
export function jsonLine(checked: Checked, sheet: Sheet): Printable {
  const isOther = checked.deletion !== undefined || isIndividual(checked.assessment);
  const scored = isOther ? scoreAssessment(sheet, parseAssessment('')) : checked.scored;
  return printableJson(lineOf(assessmentResult({ ...checked, scored }, sheet), checked), true);
}

function lineOf(
  result: AssessmentResult,
  { problems: found, deletion, assessment, belongsTo }: Checked,
): AssessmentLine {
  const { path, sheet, subject, assessed, overall, areas, services, signOff, problems } = result;
  const answers = services.flatMap(({ id: service, criteria = [] }) => criteria.map((one) => ({ service, ...one })));
  return {
    version: 1,
    path,
    sheet,
    subject,
    assessed,
    deleted: deletion !== undefined,
    individual_for: isIndividual(assessment) ? (belongsTo ?? assessment.individualFor?.value ?? '') : null,
    ...columnsOf(overall),
    ...countProblems(found),
    areas: areas.map(({ id, title, ...numbers }) => ({ id, title, ...columnsOf(numbers) })),
    services: services.map(({ id, criteria: _, suggestedBy: __, ...service }) => {
      return { id, area: areaIdOf(id) ?? '', ...service };
    }),
    ...(answers.length > 0 && { criteria: answers }),
    ...(signOff && { sign_off: signOff }),
    problems: problems.map(({ rule, severity, message, range: { start, end } }) => ({
      rule,
      severity,
      message,

      line: start.line + 1,
      column: start.character + 1,
      end_line: end.line + 1,
      end_column: end.character + 1,
    })),
  };
}

/** Column names in snake case, since databases fold their case. */
function columnsOf({ belowTarget, ...numbers }: AssessmentResult['overall']) {
  return { ...numbers, below_target: belowTarget };
}
