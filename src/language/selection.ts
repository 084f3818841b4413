/** The steps of "Expand Selection": value, entry, service, area, all services, file. */
import { trimmedEnd } from '../assessment/yaml/text-edit';
import type { Entry, Span, Tree } from '../assessment/yaml/tree';
import type { HoverContext } from './hover';
import { sectionsOf, type Section } from './sections';

/** The spans around an offset, innermost first, each within the next. The word itself is left to the editor. */
export function selectionsAt(
  { sheet, assessment }: Pick<HoverContext, 'sheet' | 'assessment'>,
  offset: number,
): Span[] {
  const { text, tree } = assessment;
  const outer: Span[] = [{ start: 0, end: text.length }];
  if (tree && !tree.aliased) around(text, tree, offset, outer, () => sectionsOf(sheet, assessment));
  const chain: Span[] = [];
  for (const span of outer.map((each) => trimmed(text, each)).sort((a, b) => lengthOf(a) - lengthOf(b))) {
    const inner = chain.at(-1) ?? { start: offset, end: offset };
    const isLarger = span.start <= inner.start && span.end >= inner.end && lengthOf(span) > lengthOf(inner);
    if (isLarger) chain.push(span);
  }
  return chain;
}

/** Adds the spans of a tree that contain the offset. `sections` is given at the top level only. */
function around(text: string, tree: Tree, offset: number, spans: Span[], sections?: () => Section[]): void {
  spans.push(tree.span);
  inside(text, tree, offset, spans, sections);
}

function inside(text: string, tree: Tree, offset: number, spans: Span[], sections?: () => Section[]): void {
  if (tree.kind === 'scalar') {
    spans.push(withoutQuotes(text, tree.span));
  } else if (tree.kind === 'list') {
    const item = tree.items.find(({ span, aliased }) => !aliased && holds(span, offset));
    if (item) around(text, item, offset, spans);
  } else {
    for (const entry of tree.entries) {
      const areas = entry.key === 'services' && !entry.merged ? (sections?.() ?? []) : [];
      if (!entry.merged && insideEntry(text, entry, offset, spans, areas)) return;
    }
  }
}

/** Adds the spans of an entry that contains the offset. */
function insideEntry(
  text: string,
  { keySpan, value }: Entry,
  offset: number,
  spans: Span[],
  areas: readonly Section[],
): boolean {
  const end = Math.max(keySpan.end, value.span.end);
  // A comment after the last service belongs to `services`, although the value ends before it.
  const whole = { start: keySpan.start, end: Math.max(end, areas.at(-1)?.span.end ?? 0) };
  if (!holds(whole, offset)) return false;
  spans.push(whole, { start: keySpan.start, end }, ...sectionSpans(areas, offset));
  if (holds(keySpan, offset)) {
    spans.push(keySpan, withoutQuotes(text, keySpan));
  } else if (!value.aliased && holds(value.span, offset)) {
    // As a map, the services would start below the first area's heading.
    const isBlock = areas.length > 0 && value.kind === 'map' && !value.flow;
    (isBlock ? inside : around)(text, value, offset, spans);
  }
  return true;
}

/** The spans of all services with their headings, of the area, and of the service that contain the offset. */
function sectionSpans(sections: readonly Section[], offset: number): Span[] {
  const [first, last] = [sections[0], sections.at(-1)];
  if (!first || !last) return [];
  const section = sections.find(({ span }) => holds(span, offset));
  const service = section?.services.find(({ span }) => holds(span, offset));
  return [
    { start: first.span.start, end: last.span.end },
    ...[section?.span, service?.span].filter((span) => span !== undefined),
  ];
}

function withoutQuotes(text: string, { start, end }: Span): Span {
  return /^["']/.test(text.slice(start, end)) ? { start: start + 1, end: end - 1 } : { start, end };
}

/** A block text ends after its line break; only the whole file keeps its trailing white space. */
function trimmed(text: string, { start, end }: Span): Span {
  return { start, end: start === 0 && end === text.length ? end : trimmedEnd(text, start, end) };
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
