/** The model of a `*.psirt-wording.yaml` file: reading validates against it and `schemas/` is generated from it. */
import * as z from 'zod/mini';
import { issuesIn, maybe, says } from '../assessment/model-parts';
import { languages } from '../messages/messages';
import { areaIds, levelNumbers, referencesByLevel, serviceIds } from '../sheet/sheet';
import type { FileShape, KeySet } from '../assessment/file-shape';

const text = z.string(says('expected.text'));
const texts = z.array(text, says('expected.list'));
const level = z.strictObject(
  {
    summary: maybe(text),
    description: maybe(text),
    criteria: maybe(z.record(z.string(), z.nullable(text), says('expected.wording-criteria'))),
    guidance: maybe(text),
    examples: maybe(texts),
  },
  says('expected.wording-level'),
);
const levels = z.record(z.string(), z.nullable(level), says('expected.wording-levels'));
const service = z.strictObject(
  { title: maybe(text), objective: maybe(text), notes: maybe(texts), levels: maybe(levels) },
  says('expected.wording-service'),
);
const area = z.strictObject({ title: maybe(text), summary: maybe(text) }, says('expected.wording-area'));

const wording = z.strictObject(
  {
    language: z.enum(languages, says('expected.language')),
    areas: maybe(z.record(z.string(), z.nullable(area), says('expected.areas'))),
    services: maybe(z.record(z.string(), z.nullable(service), says('expected.wording-services'))),
  },
  says('expected.wording'),
);

/** The parts of the model by the kind of map they are. */
export const overlayModels = { wording, area, service, level } as const;
export type OverlayKind = keyof typeof overlayModels | 'areas' | 'services' | 'levels' | 'criteria';

/** The kind of map at a path of keys, or `undefined` where no map belongs. */
export function overlayKindAt(path: readonly (string | number)[]): OverlayKind | undefined {
  const [first, , third] = path;
  if (path.length === 0) return 'wording';
  if (path.some((step) => typeof step === 'number')) return undefined;
  if (first === 'areas') return (['areas', 'area'] as const)[path.length - 1];
  if (first !== 'services' || (path.length > 2 && third !== 'levels')) return undefined;
  if (path.length > 4 && path[4] !== 'criteria') return undefined;
  return (['services', 'service', 'levels', 'level', 'criteria'] as const)[path.length - 1];
}

/** The keys valid in the map at a path. */
export function overlayKeysAt(path: readonly (string | number)[]): readonly string[] {
  const kind = overlayKindAt(path);
  if (kind === undefined) return [];
  if (kind === 'areas') return areaIds;
  if (kind === 'services') return serviceIds;
  // The model checks only the form of criterion ids: which ids exist is checked with the sheet.
  if (kind === 'criteria') return [];
  return kind === 'levels' ? levelsOf(String(path[1])) : Object.keys(overlayModels[kind].shape);
}

/** The levels the sheet describes for a service, or all for an id it does not have. */
function levelsOf(id: string): string[] {
  const references = referencesByLevel(id);
  return levelNumbers.filter((number) => references.length === 0 || references[number]).map(String);
}

/** What `*.psirt-wording.yaml` files are checked against. */
export const overlayShape: FileShape = {
  issuesOf: (value) => issuesIn(wording, value),
  keysAt(path): KeySet | undefined {
    const kind = overlayKindAt(path);
    // Unknown services and levels have messages of their own.
    return kind && { keys: overlayKeysAt(path), closed: kind === 'areas' };
  },
};
