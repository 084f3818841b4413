/** The model of the output of `compare --format json`, and the conversion to it. */
import * as z from 'zod/mini';
import { criterionStates } from '../../assessment/vocabulary';
import { findArea, findService, highestLevel, lowestLevel, type Sheet, sheetName } from '../../sheet/sheet';
import type { ScoredVersion } from '../../rules/rule';
import type { ScoredService } from '../../scoring/score';
import type { Compared } from './comparison';
import { aggregate as figures, says, score, state } from '../check/result-model';

const aggregate = z.strictObject(figures);

const change = says(
  z.nullable(z.number().check(z.gte(-highestLevel), z.lte(highestLevel))),
  'The later value less the earlier one, not rounded; null unless there are both.',
);
const aggregates = { before: aggregate, after: aggregate, change };

const place = z.strictObject({
  state,
  score: z.nullable(score),
  target: z.number().check(z.gte(lowestLevel), z.lte(highestLevel)),
});

const service = z.strictObject({
  id: z.string(),
  title: z.string(),
  kind: says(
    z.enum([
      'raised',
      'dropped',
      'scored',
      'cleared',
      'excluded',
      'included',
      'target-changed',
      'criteria-changed',
      'same',
    ]),
    '“scored” and “cleared”: it got its first score, or lost it; “excluded” and “included”: it left the averages, or came back; “target-changed”: only its own target changed; “criteria-changed”: only answers to its criteria did.',
  ),
  before: place,
  after: place,
  change,
  criteria: says(
    z.optional(z.array(z.strictObject({ id: z.string(), state: z.nullable(z.enum(criterionStates)) }))),
    'The criteria that are answered otherwise, with the later answer (null for none); left out where there are none.',
  ),
});

const version = z.strictObject({
  name: says(z.string(), 'The file or revision, as given or found.'),
  sheet: z.string(),
  subject: z.nullable(z.string()),
  assessed: z.nullable(z.string()),
});

export const comparisonModel = z.strictObject({
  version: z.literal(1),
  before: version,
  after: version,
  overall: z.strictObject(aggregates),
  areas: z.array(z.strictObject({ id: z.string(), title: z.string(), ...aggregates })),
  services: says(z.array(service), 'All services, also those that are the same, in the order of the sheet.'),
});

export type ComparisonResult = z.infer<typeof comparisonModel>;

/** The JSON Schema (draft-07) of the output, stored as `schemas/comparison.schema.json`. */
export function comparisonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(comparisonModel, { target: 'draft-7' });
  return { $schema, title: 'PSIRT Maturity: what `psirt-maturity compare --format json` prints', ...schema };
}

/** A comparison as data, with the titles of `sheet`. */
export function comparisonResult({ before, after, comparison }: Compared, sheet: Sheet): ComparisonResult {
  const { overall, areas, services } = comparison;
  return {
    version: 1,
    before: versionOf(before),
    after: versionOf(after),
    overall: { before: overall.before, after: overall.after, change: overall.change },
    areas: areas.map((area) => ({
      id: area.id,
      title: findArea(sheet, area.id)?.title ?? '',
      before: area.before,
      after: area.after,
      change: area.change,
    })),
    services: services.map(({ id, kind, before: from, after: to, change: difference, criteria }) => ({
      id,
      title: findService(sheet, id)?.title ?? '',
      kind,
      before: placeOf(from),
      after: placeOf(to),
      change: difference,
      ...(criteria.length > 0 && { criteria: criteria.map((one) => ({ id: one.id, state: one.state ?? null })) }),
    })),
  };
}

function placeOf({ state: own, score: given, target }: ScoredService) {
  return { state: own, score: given, target };
}

function versionOf({ name, assessment }: ScoredVersion) {
  const { sheet, subject, assessed } = assessment;
  return { name, sheet: sheet?.value ?? sheetName, subject: subject?.value ?? null, assessed: assessed?.value ?? null };
}
