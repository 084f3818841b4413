/** The present content of an assessment, in the form of its table's cells. */
import type { Assessment } from '../assessment/assessment';
import { scoreAssessment, scoredServices, type ServiceState } from '../scoring/score';
import { criteriaOf } from '../sheet/criteria';
import { findService, type Sheet } from '../sheet/sheet';
import { cellText, isExact } from './cell-text';
import { editableCells, type Column, type EditableColumn } from './csv-columns';
import { answerLines, type AnswerLine } from './csv-criteria';
import { tableRows } from './csv-rows';

export interface Current {
  readonly state: ServiceState;
  /** The target in force is the service's own, not inherited. */
  readonly ownTarget: boolean;
  readonly cells: Readonly<Record<Column, string>>;
  /** The ids of its criteria. */
  readonly criteria: readonly string[];
  /** The answers to them, by id. */
  readonly answers: ReadonlyMap<string, AnswerLine>;
  /** Columns whose cells differ from the text of the file, since some characters cannot be shown. */
  readonly inexact: readonly Column[];
}

/** The present content of every service of the sheet, by id. */
export function currentOf(assessment: Assessment, sheet: Sheet): Map<string, Current> {
  const scored = scoreAssessment(sheet, assessment);
  const rows = tableRows({ assessment, scored }, sheet);
  return new Map(
    scoredServices(scored).map(({ id, state, reason }, index) => {
      const entry = assessment.services.get(id);
      const cells = Object.entries(rows[index] ?? {}).map(([column, cell]) => [column, cellText(String(cell))]);
      const texts = { note: entry?.note?.value, excluded: reason };
      const inexact = (['note', 'excluded'] as const).filter((column) => !isExact(texts[column] ?? ''));
      return [
        id,
        {
          state,
          ownTarget: entry?.target !== undefined,
          criteria: criteriaOf(findService(sheet, id) ?? { levels: [] }).map((criterion) => criterion.id),
          answers: answerLines(entry),
          cells: Object.fromEntries(cells) as Record<Column, string>,
          inexact,
        },
      ];
    }),
  );
}

/** The present content of a service in the columns that can be read back. */
export function editableNow(
  assessment: Assessment,
  sheet: Sheet,
  id: string,
): Record<EditableColumn, string> | undefined {
  const service = scoredServices(scoreAssessment(sheet, assessment)).find((one) => one.id === id);
  return service && editableCells(service, assessment.services.get(id));
}
