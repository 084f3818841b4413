/** Markdown for hovers and completions: the sheet's wording made of it, and text from files kept from being it. */
import type { Successor } from '../crosswalk/successors';
import { paragraphs, plainText } from '../messages/markdown';
import type { Translate } from '../messages/messages';
import { joined, ours, type HoverMarkdown } from '../messages/safe-text';
import { unprintable } from '../messages/unprintable';
import { addressOf, functionsOf, namesOf, splitReferences } from '../sheet/references';
import type { Level, Sheet } from '../sheet/sheet';

/** Text from a file as Markdown that shows it as it is: no markup, no link, no HTML, on one line. */
export function escapeMarkdown(text: string): HoverMarkdown {
  return text
    .replace(/[\r\n]+/g, ' ')
    .replace(unprintable, (character) => (/[\u0085\u2028\u2029]/.test(character) ? character : '\ufffd'))
    .replace(/[\\`*_{}[\]()#+\-.!|<>~&:@$=]/g, '\\$&') as HoverMarkdown;
}

/**
 * The sheet's words as Markdown: paragraphs and `- ` lists stay what they are, anything else shows as it is written. An
 * organisation's overlay comes from a file like any other text.
 */
export function wordingMarkdown(text: string): HoverMarkdown {
  return paragraphs(text, escapeMarkdown);
}

/** What descriptions are explained by. */
interface Explanation {
  readonly sheet: Sheet;
  readonly t: Translate;
  /** What became of the functions of 1.0 in 1.1; left out where that is not told. */
  readonly successors?: ReadonlyMap<string, Successor>;
}

/** A description as Markdown, its references linked to FIRST's framework, whatever stands behind them. */
export function describe(description: string, explanation: Explanation): HoverMarkdown {
  return paragraphs(description, (line) => {
    const pieces = splitReferences(line).map((piece) =>
      'text' in piece ? escapeMarkdown(piece.text) : referenceLink(piece.reference, explanation),
    );
    return joined(pieces, '');
  });
}

function referenceLink(reference: string, { sheet, t, successors }: Explanation): HoverMarkdown {
  const functions = namesOf(reference, sheet.glossary).join(t('view.separator'));
  const title = [t('view.reference', { functions }), ...successorNotes(reference, successors, t)].join(' ');
  return ours`[\\[${plainText(reference)}\\]](${addressOf(reference)} "${quotable(title)}")`;
}

/**
 * What became of a reference's functions in the version that followed, where they are no longer what and where they
 * were.
 */
function successorNotes(reference: string, successors: Explanation['successors'], t: Translate): string[] {
  return functionsOf(reference).flatMap((id) => {
    const { to, note = '' } = successors?.get(id) ?? {};
    if (!note) return [];
    return to ? t('hover.function-moved', { to, note }) : t('hover.function-changed', { note });
  });
}

/** Text for the title of a link, which stands in quotes. */
function quotable(text: string): HoverMarkdown {
  return escapeMarkdown(text.replaceAll('"', '”'));
}

/** A level's number and summary on one line. */
export function levelHeading(number: number, level: Level, t: Translate): HoverMarkdown {
  return ours`**${t('hover.level', { level: number })}** ${escapeMarkdown(level.summary)}`;
}

/** All that a level says: its description, then the guidance and the examples of the reader's organisation. */
export function levelText({ description, guidance, examples }: Level, explanation: Explanation): HoverMarkdown {
  const { t } = explanation;
  const parts = [describe(description, explanation)];
  if (guidance !== undefined) parts.push(ours`*${t('view.guidance')}*`, describe(guidance, explanation));
  if (examples?.length)
    parts.push(
      ours`*${t('view.examples')}*`,
      joined(
        examples.map((example) => ours`- ${escapeMarkdown(example)}`),
        '\n',
      ),
    );
  return joined(parts, '\n\n');
}
