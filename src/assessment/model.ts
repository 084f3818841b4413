/**
 * The model of a `.psirt.yaml` file: `parse` validates against it and `schemas/` is generated from it.
 *
 * Each check names a message of the catalogue instead of containing a sentence.
 */
import * as z from 'zod/mini';
import { date, forms, maybe, says } from './model-parts';
import { highestLevel, lowestLevel } from '../sheet/sheet';
import { criterionStates, digestForm, fileDigestForm, isCrosswalkPath, severities, sourceIds } from './vocabulary';

const score = z
  .int({ ...says('expected.score'), abort: true })
  .check(z.gte(lowestLevel, says('expected.score')), z.lte(highestLevel, says('expected.score')));
const target = z
  .number(says('expected.target'))
  .check(z.gte(lowestLevel, says('expected.target')), z.lte(highestLevel, says('expected.target')));
const text = z.string(says('expected.text'));
const reason = z.union([text, z.literal(true), z.null()], says('expected.reason'));

const fileDigest = z
  .string(says('expected.file-digest'))
  .check(z.regex(fileDigestForm, { ...says('expected.file-digest'), abort: true }))
  .register(forms, { form: 'file-digest' });
const citation = z.strictObject(
  { link: text, collected: maybe(date), expires: maybe(date), sha256: maybe(fileDigest), note: maybe(text) },
  says('expected.evidence'),
);
const evidence = z.array(z.union([text, citation], says('expected.evidence')), says('expected.list'));

const action = z.strictObject(
  {
    action: text,
    owner: maybe(text),
    due: maybe(date),
    done: maybe(z.union([z.boolean(), date], says('expected.done'))),
  },
  says('expected.action'),
);
const plan = z.array(action, says('expected.list'));

const criterionState = z.enum(criterionStates, says('expected.criterion-state'));
const criterion = z.strictObject(
  { state: maybe(criterionState), evidence: maybe(evidence), note: maybe(text) },
  says('expected.criterion'),
);
/** The value of a criterion: its state alone, or the long form. */
const criterionValue = z.union([criterion, criterionState, z.null()], says('expected.criterion'));

const service = z.strictObject(
  {
    score: maybe(score),
    target: maybe(target),
    excluded: maybe(reason),
    evidence: maybe(evidence),
    note: maybe(text),
    plan: maybe(plan),
    criteria: maybe(z.record(z.string(), criterionValue, says('expected.criteria'))),
    votes: maybe(z.record(z.string(), score, says('expected.votes'))),
    responder: maybe(text),
  },
  says('expected.service'),
);
const area = z.strictObject(
  { target: maybe(target), note: maybe(text), responder: maybe(text) },
  says('expected.area'),
);
const digest = z
  .string(says('expected.digest'))
  .check(z.regex(digestForm, { ...says('expected.digest'), abort: true }))
  .register(forms, { form: 'digest' });
const signature = z.strictObject({ by: text, on: date, content: digest }, says('expected.signature'));
const severity = z.enum(severities, says('expected.severity'));

const ownSource = z
  .string(says('expected.crosswalk-source'))
  .check(z.refine(isCrosswalkPath, { ...says('expected.crosswalk-source'), abort: true }))
  .register(z.globalRegistry, {
    pattern: String.raw`\.[pP][sS][iI][rR][tT]-[cC][rR][oO][sS][sS][wW][aA][lL][kK]\.[yY][aA]?[mM][lL]$`,
  })
  .register(forms, { form: 'crosswalk-path' });
const crosswalkSource = z.union([z.enum(sourceIds), ownSource], says('expected.crosswalk-source'));

/** The value of a service: the score alone, or the long form. */
const serviceValue = z.union([service, score, z.null()], says('expected.service'));

/** The whole file. Unknown services, areas and criteria are left to the rules, which have better messages. */
export const assessmentModel = z.strictObject(
  {
    sheet: maybe(text),
    subject: maybe(text),
    assessed: maybe(date),
    assessors: maybe(z.array(text, says('expected.list'))),
    target: maybe(target),
    wording: maybe(text),
    crosswalk: maybe(z.array(crosswalkSource, says('expected.list'))),
    'individual-for': maybe(text),
    'sign-off': maybe(z.array(signature, says('expected.list'))),
    areas: maybe(z.record(z.string(), z.nullable(area), says('expected.areas'))),
    services: maybe(z.record(z.string(), serviceValue, says('expected.services'))),
    rules: maybe(z.record(z.string(), severity, says('expected.rules'))),
  },
  says('expected.assessment'),
);

/** The parts of the model by kind of map: for unknown keys, completion, and the JSON Schema. */
export const models = { assessment: assessmentModel, area, service, criterion, citation, action, signature } as const;
