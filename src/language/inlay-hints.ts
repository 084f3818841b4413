/** Inlay hints: the title of a service, and the summary of a scored level. */
import { namesOtherSheet } from '../assessment/scorable';
import { lineEnd } from '../assessment/yaml/text-edit';
import { ours, type HoverMarkdown } from '../messages/safe-text';
import { nameOf } from '../sheet/sheet';
import type { HoverContext } from './hover';
import { describe, escapeMarkdown, levelHeading, levelText } from './markdown';
import { isAloneOnLine, sectionsOf, type SectionService } from './sections';

export interface InlayHint {
  /** Always at the end of a line, so that scores and comments stay in their columns. */
  readonly offset: number;
  readonly label: string;
  /** The hint follows a comment and needs a distance, so that it does not read as part of it. */
  readonly afterComment?: boolean;
  readonly tooltip: HoverMarkdown;
}

/** The kinds of hints to show. */
export interface HintKinds {
  readonly titles: boolean;
  readonly levels: boolean;
}

/** The hints of a file, in its order; none where it follows an unknown sheet. */
export function inlayHintsOf(context: HoverContext, { titles, levels }: HintKinds): InlayHint[] {
  const { sheet, assessment } = context;
  if (namesOtherSheet(assessment)) return [];
  const services = sectionsOf(sheet, assessment).flatMap((section) => section.services);
  return services.flatMap((service, index) => {
    // Unknown services and repeated entries have no hints.
    if (!service.service || !service.given) return [];
    // Several hints on one line would displace each other; the hover has the information, too.
    const alone =
      isAloneOnLine(assessment.text, service, services[index + 1]) &&
      !sharesLine(assessment.text, services[index - 1], service);
    const title = titles && alone ? titleHint(context, service) : undefined;
    const level = levels ? levelHint(context, service, alone) : undefined;
    const isBehind = level && title && level.offset === title.offset;
    return [title ?? [], isBehind ? { ...level, label: `· ${level.label}` } : (level ?? [])].flat();
  });
}

/** Whether a service ends on the line of the next one's key, as in a flow map. */
function sharesLine(text: string, previous: SectionService | undefined, { entry }: SectionService): boolean {
  return previous !== undefined && lineEnd(text, previous.span.end) >= entry.keySpan.start;
}

function titleHint(
  { assessment: { text }, sheet, t }: HoverContext,
  { entry, service }: SectionService,
): InlayHint | undefined {
  if (!service) return undefined;
  const { keySpan, value } = entry;
  // While an id is being typed, its closing quote may be found on a line below.
  if (/[\r\n]/.test(text.slice(keySpan.start, keySpan.end))) return undefined;
  const offset = lineEnd(text, keySpan.end);
  const rest = text.slice(value.span.end <= offset ? Math.max(keySpan.end, value.span.end) : keySpan.end, offset);
  // Most files have the title as a comment already, and any other comment there is the author's own.
  if (/\s#/.test(rest)) return undefined;
  return {
    offset,
    label: service.title,
    tooltip: ours`**${escapeMarkdown(nameOf(service))}**\n\n${describe(service.objective, { sheet, t })}`,
  };
}

function levelHint(
  { assessment: { text }, sheet, t }: HoverContext,
  { entry, service, given }: SectionService,
  alone: boolean,
): InlayHint | undefined {
  if (!service || !given?.score || given.excluded) return undefined;
  const { value: number, span } = given.score;
  const offset = lineEnd(text, span.end);
  if (!alone && span.start <= lineEnd(text, entry.keySpan.end)) return undefined;
  const afterComment = /(^|\s)#/.test(text.slice(span.end, offset));
  const level = service.levels[number];
  if (level) {
    const tooltip = ours`${levelHeading(number, level, t)}\n\n${levelText(level, { sheet, t })}`;
    return { offset, afterComment, label: level.summary, tooltip };
  }
  if (number !== 0 || service.outOfScope) return undefined;
  const tooltip = t('hover.not-there-yet', { id: escapeMarkdown(service.id) });
  return { offset, afterComment, label: t('completion.not-there-yet'), tooltip };
}
