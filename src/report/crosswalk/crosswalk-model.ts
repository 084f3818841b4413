/** The model of the output of `crosswalk --format json`, and the conversion to it. */
import * as z from 'zod/mini';
import { relationships, type Mapping, type Requirement, type Source } from '../../crosswalk/source';
import { standings, type Standing } from '../../crosswalk/standing';
import type { Scored } from '../../scoring/score';
import { says, score } from '../check/result-model';

const service = z.strictObject({
  id: z.string(),
  criteria: says(z.array(z.string()), 'Ids of criteria where less than the whole service is touched; else empty.'),
  relationship: says(z.enum(relationships), 'The requirement is … of what the service covers.'),
  strength: says(
    z.int().check(z.gte(1), z.lte(10)),
    'How much of what is required would be missing if the service did nothing: 9–10 all, 7–8 most, 5–6 a large part, 3–4 one part, 1–2 nothing directly.',
  ),
  reason: z.string(),
});

const status = z.strictObject({
  weakest: says(
    z.nullable(score),
    'The lowest score of the services with a strength of 3 or more; null where none is scored.',
  ),
  unscored: z.array(z.string()),
  excluded: z.array(z.string()),
});

const requirement = z.strictObject({
  id: z.string(),
  aliases: z.array(z.string()),
  subject: z.string(),
  url: z.optional(z.string()),
  date: says(z.optional(z.string()), 'The day from which it applies, where that is not the source’s.'),
  services: z.array(service),
  status: says(z.optional(status), 'Where the assessment stands, with `--assessment`.'),
});

const source = z.strictObject({
  id: z.string(),
  title: z.string(),
  region: z.optional(z.string()),
  url: says(z.nullable(z.string()), 'Null where an organisation’s own source has none.'),
  date: says(z.nullable(z.string()), 'When it was published: a year, a month or a day; null where that is not said.'),
  effect: says(z.optional(z.string()), 'The day from which it applies.'),
  judged: says(z.optional(z.string()), 'The day as of which the mappings were judged.'),
  requirements: z.array(requirement),
});

export const crosswalkModel = z.strictObject({ version: z.literal(1), sources: z.array(source) });

export type CrosswalkResult = z.infer<typeof crosswalkModel>;

/** The JSON Schema (draft-07) of the output, stored as `schemas/crosswalk.schema.json`. */
export function crosswalkSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(crosswalkModel, { target: 'draft-7' });
  return { $schema, title: 'PSIRT Maturity: what `psirt-maturity crosswalk --format json` prints', ...schema };
}

/** Sources as data; with the figures of an assessment, including its standing on each requirement. */
export function crosswalkResult(sources: readonly Source[], scored?: Scored): CrosswalkResult {
  return { version: 1, sources: sources.map((one) => sourceResult(one, scored)) };
}

function sourceResult(given: Source, scored: Scored | undefined): CrosswalkResult['sources'][number] {
  const { id, title, region, url, date, effect, judged } = given;
  const standing = scored && standings(given, scored);
  const requirements = given.requirements.map((one, index) => requirementResult(one, standing?.[index]));
  return { id, title, region, url: url ?? null, date: date ?? null, effect, judged, requirements };
}

function requirementResult(given: Requirement, standing: Standing | undefined) {
  const { id, aliases, subject, url, date, mappings } = given;
  const services = mappings.map(serviceResult);
  const reached = standing && {
    weakest: standing.weakest,
    unscored: [...standing.unscored],
    excluded: [...standing.excluded],
  };
  return { id, aliases: [...aliases], subject, url, date, services, status: reached };
}

function serviceResult({ service: id, criteria, relationship, strength, reason }: Mapping) {
  return { id, criteria: [...criteria], relationship, strength, reason };
}
