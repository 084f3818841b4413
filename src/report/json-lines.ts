/** Assessments as JSON Lines: one line each, in columns that databases and spreadsheets take in as a table. */
import { printableJson } from './printable';
import { countProblems } from './counts';
import { assessmentResult, type AssessmentResult, type Checked } from './result';
import type { AssessmentLine } from './json-lines-model';
import type { Sheet } from '../sheet/sheet';

/** `check --format jsonl`: an assessment as one line, ended by `\n`; shape and columns are those of `schemas/result-line.schema.json`. */
export function jsonLine(checked: Checked, sheet: Sheet): string {
  return printableJson(lineOf(assessmentResult(checked, sheet), checked.problems), true);
}

function lineOf({ path, sheet, subject, assessed, overall, areas, services, problems }: AssessmentResult, found: Checked['problems']): AssessmentLine {
  return {
    ...{ version: 1, path, sheet, subject, assessed },
    ...columnsOf(overall),
    ...countProblems(found),
    areas: areas.map(({ id, title, ...numbers }) => ({ id, title, ...columnsOf(numbers) })),
    services: services.map(({ id, ...service }) => ({ id, area: id.split('.', 1)[0] ?? '', ...service })),
    problems: problems.map(({ rule, severity, message, range: { start, end } }) => ({
      ...{ rule, severity, message },
      ...{ line: start.line + 1, column: start.character + 1, end_line: end.line + 1, end_column: end.character + 1 },
    })),
  };
}

/** Databases fold the case of column names. */
function columnsOf({ belowTarget, ...numbers }: AssessmentResult['overall']) {
  return { ...numbers, below_target: belowTarget };
}
