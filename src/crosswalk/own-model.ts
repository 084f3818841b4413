/** The model of a `*.psirt-crosswalk.yaml` file: reading validates against it and `schemas/` is generated from it. */
import * as z from 'zod/mini';
import { date, issuesIn, maybe, says } from '../assessment/model-parts';
import type { FileShape, KeySet } from '../assessment/file-shape';
import { serviceIds } from '../sheet/sheet';
import { greatestStrength, relationships } from './source';

/** Restricted because ids become parts of file names, addresses and URNs. */
export const idForm = /^[A-Za-z\d][A-Za-z\d.-]{0,63}$/;

const text = z.string(says('expected.text'));
const id = z
  .string(says('expected.crosswalk-id'))
  .check(z.regex(idForm, { ...says('expected.crosswalk-id'), abort: true }));
const address = z
  .string(says('expected.web-address'))
  .check(z.regex(/^https?:\/\/\S+$/, { ...says('expected.web-address'), abort: true }));
const strength = z
  .int({ ...says('expected.strength'), abort: true })
  .check(z.gte(1, says('expected.strength')), z.lte(greatestStrength, says('expected.strength')));

const mapping = z.strictObject(
  {
    relationship: maybe(z.enum(relationships, says('expected.relationship'))),
    strength: maybe(strength),
    criteria: maybe(z.array(text, says('expected.list'))),
    reason: maybe(text),
  },
  says('expected.crosswalk-mapping'),
);
const services = z.record(
  z.string(),
  z.nullable(z.union([mapping, strength], says('expected.crosswalk-mapping'))),
  says('expected.crosswalk-services'),
);
const requirement = z.strictObject(
  {
    subject: maybe(text),
    aliases: maybe(z.array(text, says('expected.list'))),
    url: maybe(address),
    date: maybe(date),
    services: maybe(services),
  },
  says('expected.crosswalk-requirement'),
);
const crosswalk = z.strictObject(
  {
    source: id,
    title: maybe(text),
    region: maybe(text),
    url: maybe(address),
    date: maybe(date),
    effect: maybe(date),
    requirements: maybe(z.record(z.string(), z.nullable(requirement), says('expected.crosswalk-requirements'))),
  },
  says('expected.crosswalk'),
);

/** The parts of the model by the kind of map they are. */
export const crosswalkModels = { crosswalk, requirement, mapping } as const;
export type CrosswalkKind = keyof typeof crosswalkModels | 'requirements' | 'services';

const kinds = ['crosswalk', 'requirements', 'requirement', 'services', 'mapping'] as const;

/** The kind of map at a path of keys, or `undefined` where no map belongs. */
export function crosswalkKindAt(path: readonly (string | number)[]): CrosswalkKind | undefined {
  const [first, , third] = path;
  if (path.some((step) => typeof step === 'number')) return undefined;
  const isOnTheWay = (first ?? 'requirements') === 'requirements' && (third ?? 'services') === 'services';
  return isOnTheWay ? kinds[path.length] : undefined;
}

/** The keys valid in the map at a path; ids of requirements are free. */
export function crosswalkKeysAt(path: readonly (string | number)[]): readonly string[] {
  const kind = crosswalkKindAt(path);
  if (kind === undefined || kind === 'requirements') return [];
  return kind === 'services' ? serviceIds : Object.keys(crosswalkModels[kind].shape);
}

/** What `*.psirt-crosswalk.yaml` files are checked against. */
export const crosswalkShape: FileShape = {
  issuesOf: (value) => issuesIn(crosswalk, value),
  keysAt(path): KeySet | undefined {
    const kind = crosswalkKindAt(path);
    // Unknown services have a message of their own, and the ids of requirements are free.
    return kind && { keys: crosswalkKeysAt(path), closed: false };
  },
};
