/**
 * The model of a `.psirt.yaml` file: `parse` validates against it and `schemas/` is generated from it.
 *
 * Each check names a message of the catalogue instead of containing a sentence.
 */
import * as z from 'zod/mini';
import { maybe, says } from './model-parts';
import { criterionStates, type CriterionState } from './criterion-states';
import { areaIds, highestLevel, lowestLevel, serviceIds } from '../sheet/sheet';
import { ruleIds } from './rule-ids';
import type { FileShape } from './file-shape';

export { ruleIds, type RuleId } from './rule-ids';

export const severities = ['error', 'warning', 'info', 'off'] as const;
export type SeveritySetting = (typeof severities)[number];

// In a separate file, since the panel needs the states but not the validation.
export { criterionStates, type CriterionState };

const score = z
  .int({ ...says('expected.score'), abort: true })
  .check(z.gte(lowestLevel, says('expected.score')), z.lte(highestLevel, says('expected.score')));
const target = z
  .number(says('expected.target'))
  .check(z.gte(lowestLevel, says('expected.target')), z.lte(highestLevel, says('expected.target')));
const text = z.string(says('expected.text'));
const reason = z.union([text, z.literal(true), z.null()], says('expected.reason'));
const date = z
  .string(says('expected.date'))
  .check(z.refine(isDate, { ...says('expected.date'), abort: true }))
  // The schema can check only the form of a date, not the calendar.
  .register(z.globalRegistry, { format: 'date', pattern: String.raw`^\d{4}-\d{2}-\d{2}$` });

const digits = /^[0-9a-fA-F]{64}$/;
const fileDigest = z
  .string(says('expected.file-digest'))
  .check(z.regex(digits, { ...says('expected.file-digest'), abort: true }));
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
  .check(z.regex(/^sha256-[0-9a-f]{64}$/, { ...says('expected.digest'), abort: true }));
const signature = z.strictObject({ by: text, on: date, content: digest }, says('expected.signature'));
const severity = z.enum(severities, says('expected.severity'));

/** Ids of the built-in crosswalk sources, in display order: regulations first. */
export const sourceIds = [
  'cra',
  'ssdf',
  'iec-62443-4-1',
  'iso-30111',
  'iso-29147',
  'first-1.1',
  'first-maturity',
  'jp',
] as const;

/** Whether a path has the name of an organisation's crosswalk file. */
export function isCrosswalkPath(path: string): boolean {
  return /\.psirt-crosswalk\.ya?ml$/i.test(path);
}

const ownSource = z
  .string(says('expected.crosswalk-source'))
  .check(z.refine(isCrosswalkPath, { ...says('expected.crosswalk-source'), abort: true }))
  .register(z.globalRegistry, { pattern: String.raw`\.psirt-crosswalk\.[yY][aA]?[mM][lL]$` });
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

/** The keys of each kind of map, in their usual order. */
export const keysOf = {
  assessment: Object.keys(assessmentModel.shape),
  area: Object.keys(area.shape),
  service: Object.keys(service.shape),
  criterion: Object.keys(criterion.shape),
  citation: Object.keys(citation.shape),
  action: Object.keys(action.shape),
  signature: Object.keys(signature.shape),
  areas: areaIds,
  services: serviceIds,
  rules: ruleIds,
  /** The ids of criteria depend on the service; the sheet knows them. */
  criteria: [],
} as const satisfies Record<string, readonly string[]>;
export type MapKind = keyof typeof keysOf;

/** Whether a text is an existing calendar day in the form `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  const [, month = '', dayOfMonth = ''] = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.exec(text) ?? [];
  // Only days after the 28th depend on the month.
  if (!month || dayOfMonth <= '28') return month !== '';
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Whether a text is the digest of a file: 64 hexadecimal digits. */
export function isFileDigest(text: string): boolean {
  return digits.test(text);
}

/** The kind of map below a key of each kind; items of a list count as below the list's key. */
const below: { readonly [kind in MapKind]?: (key: string) => MapKind | undefined } = {
  assessment: (key) => belowAssessment.get(key),
  areas: () => 'area',
  services: () => 'service',
  service: (key) => belowService.get(key),
  criteria: () => 'criterion',
  criterion: (key) => (key === 'evidence' ? 'citation' : undefined),
};

/** The kind of map below the keys of a service, in its lists and its map of criteria. */
const belowService: ReadonlyMap<string, MapKind> = new Map([
  ['evidence', 'citation'],
  ['plan', 'action'],
  ['criteria', 'criteria'],
]);

const belowAssessment: ReadonlyMap<string, MapKind> = new Map([
  ['areas', 'areas'],
  ['services', 'services'],
  ['rules', 'rules'],
  ['sign-off', 'signature'],
]);

/** The kind of map expected as the value, or as the list items, of a key; `undefined` where none is. */
function mapKindBelow(kind: MapKind | undefined, key: string): MapKind | undefined {
  return kind && below[kind]?.(key);
}

/** The kind of map expected at a path of keys (list positions are numbers), or `undefined` where none is. */
export function mapKindAt(path: readonly (string | number)[]): MapKind | undefined {
  const isListed = (kind: MapKind | undefined) => kind === 'citation' || kind === 'action' || kind === 'signature';
  const kind = path.reduce<MapKind | undefined>((at, step) => {
    if (typeof step !== 'number') return mapKindBelow(at, step);
    return isListed(at) ? at : undefined;
  }, 'assessment');
  return isListed(kind) && typeof path.at(-1) !== 'number' ? undefined : kind;
}

/** What `.psirt.yaml` files are validated against. Unknown and repeated services have rules of their own. */
export const assessmentShape: FileShape = {
  model: assessmentModel,
  keysAt(path) {
    const kind = mapKindAt(path);
    if (!kind) return undefined;
    const closed = kind === 'areas' || kind === 'rules';
    return {
      keys: keysOf[kind],
      closed,
      mayRepeat: kind === 'services',
      unknown: kind === 'rules' ? 'shape.unknown-rule' : undefined,
    };
  },
};
