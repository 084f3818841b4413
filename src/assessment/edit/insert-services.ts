/**
 * Edits that quick fixes are made of: services added, removed, rid of a key. Like those of `planEdit` they
 * are proven to leave the other services alone, or not handed out.
 */
import { areaOfHeading } from './area-heading';
import type { Assessment, ServiceEntry } from '../assessment';
import { isSameBut } from './edit';
import { parseVariant } from '../parse-variant';
import { insertSpot, removeEntry, type InsertSpot } from './service-edit';
import { applyEdits, insertAt, lineEnding, type TextEdit } from '../yaml/text-edit';
import { entryOf } from '../yaml/tree';

type Named = { readonly id: string; readonly title: string };

/**
 * Adds empty entries for services, each with its title as a trailing comment, in sheet order; `undefined` where the layout
 * does not allow it. In a file with headings, the areas that come new get theirs.
 */
export function addServices(
  assessment: Assessment,
  services: readonly Named[],
  areas: readonly Named[],
): TextEdit[] | undefined {
  const bySpot = new Map<number, { edit: TextEdit; spot: InsertSpot }>();
  const headings = newHeadings(assessment, areas);
  for (const { id, title } of services) {
    const spot = insertSpot(assessment, id);
    if (!spot) return undefined;
    const [area = ''] = id.split('.');
    const heading = headings.get(area);
    headings.delete(area);
    const line = `${heading === undefined ? '' : `${spot.indent}# ${area} ${heading}${lineEnding(assessment.text)}`}${spot.indent}"${id}":   # ${title}`;
    const previous = bySpot.get(spot.at)?.edit.newText;
    const newText = previous === undefined ? line : previous + lineEnding(assessment.text) + line;
    bySpot.set(spot.at, { edit: insertAt(spot.at, newText), spot });
  }
  const spots = [...bySpot.values()];
  const edits = [
    ...(spots[0]?.spot.cleared ?? []),
    ...spots.map(({ edit, spot }) => ({ ...edit, newText: spot.wrap(edit.newText) })),
  ];
  return proven(
    assessment,
    edits,
    services.map(({ id }) => id),
  );
}

/** The titles of the areas, by their ids, that a file with headings has neither a heading nor a service of. */
function newHeadings({ text, services }: Assessment, areas: readonly Named[]): Map<string, string> {
  const present = new Set(text.split(/\r\n|\n|\r/).flatMap((line) => areaOfHeading(line) ?? []));
  if (present.size === 0) return new Map();
  for (const id of services.keys()) present.add(id.charAt(0));
  return new Map(areas.filter(({ id }) => !present.has(id)).map(({ id, title }) => [id, title]));
}

/** Takes a service's entry out of the file, with its line and the comment on it. */
export function removeService(assessment: Assessment, { id, key }: ServiceEntry): TextEdit[] | undefined {
  const { text, tree, services } = assessment;
  const map = entryOf(tree, 'services')?.value;
  if (map?.kind !== 'map' || map.aliased) return undefined;
  const entry = map.entries.find(({ keySpan }) => keySpan.start === key.start);
  // Without the second of two the first still counts.
  return (
    entry &&
    proven(assessment, removeEntry(text, map, entry, true), services.get(id)?.key.start === key.start ? [id] : [])
  );
}

/** Takes one key out of a service's long form. */
export function dropKey(text: string, { id, value }: ServiceEntry, key: 'score' | 'excluded'): TextEdit[] | undefined {
  const entry = entryOf(value, key);
  if (value.kind !== 'map' || value.aliased || !entry) return undefined;
  return proven(parseVariant(text), removeEntry(text, value, entry), [id]);
}

function proven(
  before: Assessment,
  edits: TextEdit[] | undefined,
  services: readonly string[],
): TextEdit[] | undefined {
  return edits && isSameBut(services, before, parseVariant(applyEdits(before.text, edits))) ? edits : undefined;
}
