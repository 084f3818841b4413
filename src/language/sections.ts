/** The services of a file as readers see them: runs of one area each, below the area's heading where there is one. */
import { areaOfHeading } from '../assessment/edit/area-heading';
import type { Assessment, ServiceEntry } from '../assessment/assessment';
import { endOfEntry, previousLineEnd } from '../assessment/yaml/entry-extent';
import { lineEnd, lineStart, trimmedEnd } from '../assessment/yaml/text-edit';
import { entryOf, type Entry, type Span } from '../assessment/yaml/tree';
import { type Area, areaIdOf, findArea, findService, type Service, type Sheet } from '../sheet/sheet';

/** One service of the file, in text order. */
export interface SectionService {
  readonly id: string;
  readonly entry: Entry;
  /** From the key to the end of the entry, including the comment after it. */
  readonly span: Span;
  /** `undefined` for an id the sheet does not have. */
  readonly service?: Service;
  /** Its entry; `undefined` for a repeated one, which does not count. */
  readonly given?: ServiceEntry;
}

/** Consecutive services of one area. */
export interface Section {
  /** `undefined` for unknown ids before all others; later ones belong to the area around them. */
  readonly area?: Area;
  /** No section above is of the same area. */
  readonly first: boolean;
  /** The comment that names the area (`# 2 Discovery`), from its `#`. */
  readonly heading?: Span;
  readonly services: readonly SectionService[];
  /** From the heading, or else the first service, to the end of the last one. */
  readonly span: Span;
}

/** The sections of a file, in text order; none where the services are an alias or not a map. */
export function sectionsOf(sheet: Sheet, assessment: Assessment): Section[] {
  const { text, tree } = assessment;
  const map = entryOf(tree, 'services')?.value;
  if (map?.kind !== 'map' || map.aliased) return [];
  const runs: { area?: Area; services: SectionService[] }[] = [];
  for (const entry of map.entries) {
    if (entry.merged) continue;
    const area = findService(sheet, entry.key) && findArea(sheet, areaIdOf(entry.key) ?? '');
    const run = runs.at(-1);
    const service = sectionService(sheet, assessment, entry, map.flow);
    if (run && (!area || run.area === area)) run.services.push(service);
    else runs.push({ area, services: [service] });
  }
  const seen = new Set<Area | undefined>();
  let above = map.span.start;
  return runs.map(({ area, services }, index): Section => {
    const start = services[0]?.span.start ?? above;
    const heading =
      area && headingAbove(text, area.id, index ? above : (entryOf(tree, 'services')?.keySpan.end ?? 0), start);
    const first = !seen.has(area);
    seen.add(area);
    above = services.at(-1)?.span.end ?? start;
    return { area, first, heading, services, span: { start: heading?.start ?? start, end: above } };
  });
}

function sectionService(sheet: Sheet, { text, services }: Assessment, entry: Entry, flow: boolean): SectionService {
  const { key: id, keySpan, value } = entry;
  // In a flow map the next entry may be on the same line.
  const end = flow ? Math.max(keySpan.end, value.span.end) : endOfEntry(text, entry);
  const given = services.get(id);
  return {
    id,
    entry,
    span: { start: keySpan.start, end },
    service: findService(sheet, id),
    given: given?.key.start === keySpan.start ? given : undefined,
  };
}

/** The last heading of an area among the comments and blank lines between two offsets. */
function headingAbove(text: string, area: string, from: number, to: number): Span | undefined {
  let end = previousLineEnd(text, lineStart(text, to));
  while (end > from) {
    const start = lineStart(text, end);
    const line = text.slice(start, end);
    const isHeading = start >= from && areaOfHeading(line) === area;
    if (isHeading) return { start: start + line.indexOf('#'), end: trimmedEnd(text, start, end) };
    if (start < from || !/^[ \t]*(#|$)/.test(line)) return undefined;
    end = previousLineEnd(text, start);
  }
  return undefined;
}

/** Whether only white space precedes an offset on its line. */
export function isFirstOnLine(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), offset).trim() === '';
}

/** Whether no other service stands on the line of a service's key, as in flow maps. */
export function isAloneOnLine(
  text: string,
  { entry: { keySpan } }: SectionService,
  next: SectionService | undefined,
): boolean {
  return isFirstOnLine(text, keySpan.start) && (!next || next.entry.keySpan.start > lineEnd(text, keySpan.end));
}
