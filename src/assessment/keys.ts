/** The keys of a `.psirt.yaml` file, and the kinds of map that hold them. */
import { areaIds, serviceIds } from '../sheet/sheet';
import { keys } from './model-facts.json';
import { ruleIds } from './rule-ids';

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
