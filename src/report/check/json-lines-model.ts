/** The columns of `check --format jsonl`: their types and their JSON Schema. */
import * as z from 'zod/mini';
import {
  aggregate,
  area as areaResult,
  count,
  problem as problemResult,
  answer,
  says,
  service as serviceResult,
  assessment as assessmentResult,
} from './result-model';

const { belowTarget, ...numbers } = aggregate;
const columns = { ...numbers, below_target: belowTarget };
const { rule, severity, message } = problemResult.shape;
const { path, sheet, subject, assessed, signOff } = assessmentResult.shape;
const { id, title } = areaResult.shape;
const place = z.int().check(z.gte(1));

const serviceId = serviceResult.shape.id;
// Lists within a list's records cannot be columns.
const ofService = z.omit(serviceResult, { id: true, criteria: true, suggestedBy: true }).shape;

const area = z.strictObject({ id, title, ...columns });
const service = z.strictObject({
  id: serviceId,
  area: says(z.string(), 'The id of the area the service belongs to.'),
  ...ofService,
});
const problem = z.strictObject({
  rule,
  severity,
  message,
  line: says(place, 'Where it starts, counted from 1.'),
  column: says(place, 'Counted from 1, in UTF-16 code units.'),
  end_line: place,
  end_column: says(place, 'The first column behind it.'),
});

/** Scalars first, one column each. The lists are tables of their own, with one record of scalars per item. */
const lineModel = z.strictObject({
  version: z.literal(1),
  path,
  sheet,
  subject,
  assessed,
  deleted: says(z.boolean(), 'It is in the version compared with, and no longer there: it has no numbers.'),
  individual_for: says(
    z.nullable(z.string()),
    'The assessment it is an individual scoring of: it has no numbers then, and is no assessment; else null.',
  ),
  ...columns,
  errors: says(count, 'How many problems of this severity there are.'),

  warnings: count,
  infos: count,
  areas: says(z.array(area), 'In sheet order.'),
  services: says(z.array(service), 'In sheet order.'),
  criteria: says(
    z.optional(z.array(z.strictObject({ service: z.string(), ...answer.shape }))),
    'What criteria are answered with; left out where none is.',
  ),
  sign_off: signOff,
  problems: says(z.array(problem), 'In the order of the text.'),
});

export type AssessmentLine = z.infer<typeof lineModel>;

/** The JSON Schema (draft-07) of one line, stored as `schemas/result-line.schema.json`. */
export function lineSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(lineModel, { target: 'draft-7' });
  const title = 'PSIRT Maturity: one line of what `psirt-maturity check --format jsonl` prints';
  return { $schema, title, ...schema };
}
