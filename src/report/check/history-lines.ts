/**
 * The development of averages as JSON Lines: one line per recorded state of each assessment, in columns that databases
 * import as a table.
 */
import * as z from 'zod/mini';
import { printableJson } from '../../messages/printable';
import { joined, type Printable } from '../../messages/safe-text';
import type { ReportInput } from '../report';
import { aggregate, area as areaResult, assessment as assessmentResult, says } from './result-model';

const { mean, target, scored, applicable } = aggregate;
const figures = { mean, target, scored, applicable };
const { path, subject } = assessmentResult.shape;

const lineModel = z.strictObject({
  version: z.literal(1),
  path,
  subject,
  date: says(z.string(), 'When this state was recorded: YYYY-MM-DD, or a full time in ISO 8601.'),
  label: says(
    z.string(),
    'The abbreviated id of its commit, or the name of its file; of the last line, the word for now.',
  ),
  ...figures,
  areas: says(z.array(z.strictObject({ id: areaResult.shape.id, ...figures })), 'In sheet order.'),
});

/**
 * The output of `report --format jsonl`: the states of each assessment in chronological order, each line ended by `\n`.
 */
export function historyLines({ checked }: Pick<ReportInput, 'checked'>): Printable {
  const lines = checked.flatMap(({ path: file, assessment, history = [] }) =>
    history.map(
      ({ date, label, overall, areas }): z.infer<typeof lineModel> => ({
        version: 1,
        path: file,
        subject: assessment.subject?.value ?? null,
        date,
        label,
        ...overall,
        areas: [...areas],
      }),
    ),
  );
  return joined(
    lines.map((line) => printableJson(line, true)),
    '',
  );
}

/** The JSON Schema (draft-07) of one line, stored as `schemas/history-line.schema.json`. */
export function historyLineSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(lineModel, { target: 'draft-7' });
  return {
    $schema,
    title: 'PSIRT Maturity: one line of what `psirt-maturity report --format jsonl` writes',
    ...schema,
  };
}
