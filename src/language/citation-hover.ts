/** The hover on an evidence link. */
import type { Evidence } from '../assessment/assessment';
import type { CitedDocument } from '../assessment/evidence/cited-document';
import { isChanged, shortDigest } from '../assessment/evidence/recorded-digest';
import { documentHeadings } from '../assessment/evidence/headings';
import type { Translate } from '../messages/messages';
import { joined, ours, type HoverMarkdown } from '../messages/safe-text';
import { escapeMarkdown } from './markdown';
import { sectionPreview } from './section-preview';

/** A link and the document it leads to. */
export interface LookedUp {
  readonly path: string;
  readonly heading: string;
  /** The place searched, in the form users see; `undefined` outside the workspace. */
  readonly place?: string;
  readonly exists: boolean;
  /** The text of a Markdown document. */
  readonly markdown?: string;
  /** It is Markdown, but too long to read. */
  readonly tooLong?: boolean;
}

/** Limit of headings listed when the cited one does not exist. */
const maximumHeadings = 12;

/** The hover as safe Markdown, or `undefined` where there is nothing to add to the link. */
export function citationHover(
  t: Translate,
  { path, heading, place, exists, markdown, tooLong }: LookedUp,
): HoverMarkdown | undefined {
  if (place === undefined) return t('hover.cited-outside', { path: escapeMarkdown(path) });
  if (!exists) return t('hover.cited-missing', { place: escapeMarkdown(place) });
  if (tooLong) return t('hover.cited-too-long', { place: escapeMarkdown(place) });
  if (markdown === undefined) return undefined;
  const preview = sectionPreview(markdown, heading);
  if (preview) return ours`*${escapeMarkdown(place)}*\n\n---\n\n${preview}`;
  return preview === undefined
    ? withoutHeading(t, heading, place, markdown)
    : t('hover.cited-empty', { place: escapeMarkdown(place) });
}

function withoutHeading(t: Translate, heading: string, place: string, markdown: string): HoverMarkdown {
  const anchors = [...new Set(documentHeadings(markdown).map(({ anchor }) => anchor))].filter(Boolean);
  const said = t('hover.cited-no-heading', { place: escapeMarkdown(place), heading: escapeMarkdown(heading) });
  if (anchors.length === 0) return said;
  const shown = anchors.slice(0, maximumHeadings).map((anchor) => ours`- ${escapeMarkdown(`#${anchor}`)}`);
  const more = anchors.length > maximumHeadings ? [ours`- …`] : [];
  return joined([said, t('hover.cited-headings'), joined([...shown, ...more], '\n')], '\n\n');
}

/** Whether a file is as it was when its digest was recorded; `undefined` where none is. */
export function digestHover(
  t: Translate,
  piece: Evidence,
  document: CitedDocument | undefined,
): HoverMarkdown | undefined {
  if (!piece.sha256) return undefined;
  const states = {
    true: 'hover.digest-changed',
    false: 'hover.digest-same',
    undefined: 'hover.digest-unknown',
  } as const;
  const digest = escapeMarkdown(shortDigest(piece.sha256.value));
  return t(states[`${isChanged(piece, document)}`], { digest });
}
