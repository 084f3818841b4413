/** Markdown for hovers and completions: renders the sheet's wording, and escapes text from files. */
import type { Successor } from '../crosswalk/successors';
import { paragraphs, plainText } from '../messages/markdown';
import type { Translate } from '../messages/messages';
import { joined, ours, type HoverMarkdown } from '../messages/safe-text';
import { replaceUnprintable } from '../messages/unprintable';
import { addressOf, functionsOf, namesOf, splitReferences } from '../sheet/references';
import type { Level, Sheet } from '../sheet/sheet';

/** Escapes text from a file for one line: without markup, links and HTML. */
export function escapeMarkdown(text: string): HoverMarkdown {
  const line = text.replace(/[\r\n]+/g, ' ');
  return replaceUnprintable(line, (character) =>
    /[\u0085\u2028\u2029]/.test(character) ? character : '\ufffd',
  ).replace(/[\\`*_{}[\]()#+\-.!|<>~&:@$=]/g, '\\$&') as HoverMarkdown;
}

/**
 * The sheet's wording as Markdown: paragraphs and `- ` lists are kept, everything else is escaped, since an
 * organisation's overlay comes from a file like any other text.
 */
export function wordingMarkdown(text: string): HoverMarkdown {
  return paragraphs(text, escapeMarkdown);
}

/** What the explanations of a description are made from. */
interface Explanation {
  readonly sheet: Sheet;
  readonly t: Translate;
  /** The successors of 1.0 functions in 1.1; absent where they are not shown. */
  readonly successors?: ReadonlyMap<string, Successor>;
}

/** A description as Markdown, with references linked to FIRST's framework regardless of the text after them. */
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

/** Notes on a reference's functions that changed in the next version of the framework. */
function successorNotes(reference: string, successors: Explanation['successors'], t: Translate): string[] {
  return functionsOf(reference).flatMap((id) => {
    const { to, note = '' } = successors?.get(id) ?? {};
    if (!note) return [];
    return to ? t('hover.function-moved', { to, note }) : t('hover.function-changed', { note });
  });
}

/** Escapes text for a link's title, which is in quotes. */
function quotable(text: string): HoverMarkdown {
  return escapeMarkdown(text.replaceAll('"', '”'));
}

/** A level's number and summary on one line. */
export function levelHeading(number: number, level: Level, t: Translate): HoverMarkdown {
  return ours`**${t('hover.level', { level: number })}** ${escapeMarkdown(level.summary)}`;
}

/** The full text of a level: its description, then the organisation's guidance and examples. */
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
