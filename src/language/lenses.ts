/** Code lenses: the figures of the file above `services`, and of each area above its heading or first service. */
import type { Span } from '../assessment/yaml/tree';
import { figuresText } from './figures';
import type { HoverContext } from './hover';
import { isFirstOnLine, sectionsOf, type Section } from './sections';

export interface Lens {
  readonly title: string;
  /** What the lens is shown above. */
  readonly span: Span;
}

/** The lenses of a file, in its order. `stale`: the figures are of an earlier text, which the first lens then says. */
export function lensesOf({ sheet, assessment, scored, t }: HoverContext, stale: boolean): Lens[] {
  const { text, servicesKey } = assessment;
  if (!servicesKey) return [];
  const overall = figuresText(scored.overall, t);
  const lenses: Lens[] = [{ span: servicesKey, title: stale ? t('lens.stale', { figures: overall }) : overall }];
  for (const section of sectionsOf(sheet, assessment)) {
    const span = anchorOf(section);
    const area = scored.areas.find(({ id }) => id === section.area?.id);
    // An area that continues further down in the file has its lens above its first part only.
    if (area && span && section.first && isFirstOnLine(text, span.start))
      lenses.push({ span, title: figuresText(area, t) });
  }
  return lenses;
}

function anchorOf({ heading, services }: Section): Span | undefined {
  return heading ?? services[0]?.entry.keySpan;
}
