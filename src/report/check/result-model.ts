/** The model of the output of `check --format json`: its types and its JSON Schema. */
import * as z from 'zod/mini';
import { criterionStates } from '../../assessment/vocabulary';
import { lowestLevel, highestLevel } from '../../sheet/sheet';

export const says = <T extends z.ZodMiniType>(schema: T, description: string): T =>
  schema.check(z.describe(description)) as T;

export const score = z.int().check(z.gte(lowestLevel), z.lte(highestLevel));
const level = z.number().check(z.gte(lowestLevel), z.lte(highestLevel));
export const count = z.int().check(z.gte(0));

export const aggregate = {
  mean: says(z.nullable(level), 'Plain mean of the scores given, not rounded; null when nothing is scored.'),
  target: says(level, 'The target of this average.'),
  floor: says(z.nullable(score), 'The lowest score; null when nothing is scored.'),
  scored: says(count, 'How many services are scored.'),
  applicable: says(count, 'Services the sheet puts in scope, less those excluded.'),
  excluded: says(count, 'How many services are excluded.'),
  belowTarget: says(count, 'Scored services below their own target.'),
};

export const area = z.strictObject({ id: z.string(), title: z.string(), ...aggregate });

export const state = z.enum(['scored', 'unscored', 'excluded', 'out-of-scope']);

/** The answer to a criterion. */
export const answer = z.strictObject({ id: z.string(), state: z.enum(criterionStates) });

export const service = z.strictObject({
  id: z.string(),
  title: z.string(),
  state,
  score: says(z.nullable(score), 'null unless the state is “scored”.'),
  target: says(level, 'The target of the service, its area or the file, in this order.'),
  gap: says(z.nullable(level), 'How much the score is below the target; null unless the state is “scored”.'),
  criteria: says(
    z.optional(z.array(answer)),
    'What its criteria are answered with, in the order of the sheet; left out where none is.',
  ),
  suggested: says(z.optional(score), 'The level that these answers suggest; left out where they suggest nothing.'),
  suggestedBy: says(
    z.optional(z.array(z.strictObject({ level: score, met: z.number().check(z.gte(0)), of: count }))),
    'Why: of so many criteria of a level so many are met, partly as half; the level suggested and those above it.',
  ),
});

/** A criterion that several assessments do not meet. */
const unmetCriterion = z.strictObject({
  service: z.string(),
  id: z.string(),
  kind: z.enum(['reach', 'lack']),
  text: z.string(),
  unmet: says(count, 'Assessments in which it is not met, or, of what a level lacks, applies.'),
  answered: says(count, 'Assessments that answer it, other than as not applicable.'),
});

const position = z.strictObject({
  line: says(count, 'Zero-based.'),
  character: says(count, 'Zero-based, in UTF-16 code units.'),
});

export const problem = z.strictObject({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: says(z.string(), 'One sentence or more, in the language of the output.'),
  range: says(
    z.strictObject({ start: position, end: position }),
    'As in the Language Server Protocol; the end is exclusive.',
  ),
});

/** A sign-off. */
const signature = z.strictObject({
  by: says(z.string(), 'Who, as the file says: a claim that the file itself cannot prove.'),
  on: says(z.string(), 'When, YYYY-MM-DD.'),
  content: says(z.string(), 'The digest of the state that was agreed to.'),
  current: says(z.boolean(), 'That is the present state.'),
});

export const assessment = z.strictObject({
  path: says(z.string(), 'As given or found, with forward slashes; “-” for standard input.'),
  sheet: says(z.string(), 'The sheet the file names, or the one assumed.'),
  subject: says(z.nullable(z.string()), 'What is assessed; null when the file does not say.'),
  assessed: says(z.nullable(z.string()), 'The day it was scored, YYYY-MM-DD; null when the file does not say.'),
  individual: says(
    z.optional(z.strictObject({ complete: count, count })),
    'How many individual scorings belong to it, and how many of these are complete; left out where there are none.',
  ),
  overall: says(
    z.strictObject(aggregate),
    'Over all services. A file that can not be read as an assessment counts as unscored.',
  ),
  areas: z.array(area),
  services: z.array(service),
  signOff: says(
    z.optional(z.array(signature)),
    'Who signed off which state, in the order of the file; left out where nobody did.',
  ),
  problems: says(z.array(problem), 'In the order of the text.'),
});

const { path, subject, assessed, overall, problems } = assessment.shape;
const deleted = z.strictObject({ path, subject, assessed, overall, problems });

const individual = z.strictObject({
  path,
  for: says(
    z.string(),
    'The path of the assessment that it belongs to, or what the file says where that is not known.',
  ),
  assessor: says(z.nullable(z.string()), 'Whose scoring it is; null when the file does not say.'),
  scored: aggregate.scored,
  applicable: aggregate.applicable,
  problems,
});

const summary = z.strictObject({ assessments: count, errors: count, warnings: count, infos: count });

export const resultModel = z.strictObject({
  version: z.literal(1),
  assessments: z.array(assessment),
  unmetCriteria: says(
    z.optional(z.array(unmetCriterion)),
    'Criteria that more than one assessment does not meet, the most frequent first; left out where there are none.',
  ),
  deleted: says(
    z.optional(z.array(deleted)),
    'With `--against`: assessments of the version compared with that are no longer there, in their last state.',
  ),
  individuals: says(
    z.optional(z.array(individual)),
    'Individual scorings of assessments: none of them counts as an assessment. Left out where there are none.',
  ),
  summary: says(
    summary,
    'Problems of deleted assessments and of individual scorings count, the files themselves do not.',
  ),
});

export type Result = z.infer<typeof resultModel>;
export type AssessmentResult = z.infer<typeof assessment>;
export type DeletedResult = z.infer<typeof deleted>;
export type IndividualResult = z.infer<typeof individual>;
export type ProblemResult = z.infer<typeof problem>;

/** The JSON Schema (draft-07) of the output, stored as `schemas/result.schema.json`. */
export function resultSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(resultModel, { target: 'draft-7' });
  const title = 'PSIRT Maturity: what `psirt-maturity check --format json` prints';
  return { $schema, title, ...schema };
}
