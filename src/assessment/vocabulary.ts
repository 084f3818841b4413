/**
 * The vocabulary of a `.psirt.yaml` file: its keys, the words that stand for something, and the forms of values. The
 * model is made of it; everything but validation needs no more than this, which loads at once.
 */
import { areaIds, serviceIds } from '../sheet/sheet';
import { criterionStates, type CriterionState } from './criterion-states';
import { keys } from './model-facts.json';
import { ruleIds } from './rule-ids';

export { ruleIds, type RuleId } from './rule-ids';

export const severities = ['error', 'warning', 'info', 'off'] as const;
export type SeveritySetting = (typeof severities)[number];

// In a separate file, since the panel needs the states alone.
export { criterionStates, type CriterionState };

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

/** The keys of each kind of map, in their usual order: those of the model, and ids. */
export const keysOf = {
  ...keys,
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

/** The form of the digest of a file, and of that of an assessment's state. */
export const fileDigestForm = /^[0-9a-fA-F]{64}$/;
export const digestForm = /^sha256-[0-9a-f]{64}$/;

/** Whether a text is the digest of a file: 64 hexadecimal digits. */
export function isFileDigest(text: string): boolean {
  return fileDigestForm.test(text);
}

/** Whether a text is the digest of an assessment's state: `sha256-` and 64 hexadecimal digits. */
export function isDigest(text: string): boolean {
  return digestForm.test(text);
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
