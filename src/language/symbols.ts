/** The outline of a file: its keys, and below `services` the areas with their services. */
import { label } from './interface-text';
import { endOfEntry } from '../assessment/yaml/entry-extent';
import { isScorable } from '../assessment/scorable';
import type { Entry, Span } from '../assessment/yaml/tree';
import { formatNumber, scoredServices, type ScoredService } from '../scoring/score';
import { shortFigures } from './figures';
import type { HoverContext } from './hover';
import { sectionsOf, type Section, type SectionService } from './sections';

export interface OutlineSymbol {
  readonly kind: 'key' | 'services' | 'area' | 'service';
  /** Never empty. */
  readonly name: string;
  readonly detail: string;
  /** All that belongs to it, including its children. */
  readonly span: Span;
  /** The part of `span` to select when it is chosen. */
  readonly selection: Span;
  readonly children: readonly OutlineSymbol[];
}

/** The outline, in text order; without figures where the file cannot be scored. */
export function symbolsOf(context: HoverContext): OutlineSymbol[] {
  const { tree } = context.assessment;
  if (tree?.kind !== 'map') return [];
  const own = tree.entries.filter(({ merged }) => !merged);
  const services = own.find(({ key }) => key === 'services');
  return own.map((entry) => (entry === services ? servicesSymbol(context, entry) : keySymbol(context, entry)));
}

function keySymbol({ assessment: { text, tree } }: HoverContext, entry: Entry): OutlineSymbol {
  const { key, keySpan, value } = entry;
  const detail = value.kind === 'scalar' && value.value !== null ? shortened(String(value.value)) : '';
  const end = tree?.kind === 'map' && tree.flow ? Math.max(keySpan.end, value.span.end) : endOfEntry(text, entry);
  return {
    kind: 'key',
    name: shortened(key) || '""',
    detail,
    span: { start: keySpan.start, end },
    selection: keySpan,
    children: [],
  };
}

function servicesSymbol(context: HoverContext, entry: Entry): OutlineSymbol {
  const { assessment, sheet, scored, t } = context;
  const scores = new Map(isScorable(assessment) ? scoredServices(scored).map((service) => [service.id, service]) : []);
  const sections = sectionsOf(sheet, assessment);
  const children = sections.flatMap((section) => {
    const services = section.services.map((service) => serviceSymbol(context, service, scores));
    return section.area ? [areaSymbol(context, section, services)] : services;
  });
  const plain = keySymbol(context, entry);
  const end = Math.max(plain.span.end, sections.at(-1)?.span.end ?? 0);
  const detail = isScorable(assessment) ? shortFigures(scored.overall, t) : '';
  return { ...plain, kind: 'services', detail, span: { start: plain.span.start, end }, children };
}

function areaSymbol(
  { assessment, scored, t }: HoverContext,
  { area, heading, services, span }: Section,
  children: readonly OutlineSymbol[],
): OutlineSymbol {
  const figures = scored.areas.find(({ id }) => id === area?.id);
  const detail = figures && isScorable(assessment) ? shortFigures(figures, t) : '';
  return {
    kind: 'area',
    name: `${area?.id} ${area?.title}`,
    detail,
    span,
    selection: heading ?? services[0]?.entry.keySpan ?? span,
    children,
  };
}

function serviceSymbol(
  context: HoverContext,
  { id, entry, span, service, given }: SectionService,
  scores: ReadonlyMap<string, ScoredService>,
): OutlineSymbol {
  const scored = given && scores.get(id);
  const name = service ? `${id} ${service.title}` : shortened(id) || '""';
  return {
    kind: 'service',
    name,
    detail: scored ? stateText(context, scored) : '',
    span,
    selection: entry.keySpan,
    children: [],
  };
}

function stateText({ t }: HoverContext, { state, score, target }: ScoredService): string {
  if (state === 'excluded') return t('symbol.excluded');
  if (state === 'out-of-scope') return t('report.state.out-of-scope');
  const aim = { target: formatNumber(target) };
  return score === null ? t('symbol.unscored', aim) : t('symbol.scored', { score, ...aim });
}

function shortened(text: string): string {
  return label(text.replace(/\s+/g, ' ').trim(), 60);
}

/** The areas and services that match a query: its letters occur in the name in that order. */
export function findSymbols(
  symbols: readonly OutlineSymbol[],
  query: string,
): { symbol: OutlineSymbol; area?: string }[] {
  const letters = [...query.toLowerCase().replace(/\s+/g, '')];
  const fits = ({ name }: OutlineSymbol) => {
    const lower = name.toLowerCase();
    let at = 0;
    return letters.every((letter) => (at = lower.indexOf(letter, at) + 1) > 0);
  };
  const below = (list: readonly OutlineSymbol[], area?: string): { symbol: OutlineSymbol; area?: string }[] =>
    list.flatMap((symbol) => [
      ...((symbol.kind === 'area' || symbol.kind === 'service') && fits(symbol) ? [{ symbol, area }] : []),
      ...below(symbol.children, symbol.kind === 'area' ? symbol.name : area),
    ]);
  return below(symbols);
}
