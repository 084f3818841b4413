/** Markdown for hovers and completions: the sheet's wording made of it, and text from files kept from being it. */
import type { Translate } from '../messages/messages';
import { frameworkUrl, namesOf, splitReferences } from '../sheet/references';
import type { Level, Sheet } from '../sheet/sheet';

/** Text from a file as Markdown that shows it as it is: no markup, no link, no HTML, on one line. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\r\n]+/g, ' ')
    .replace(/[\\`*_{}[\]()#+\-.!|<>~&:@]/g, (character) => `\\${character}`);
}

/**
 * The sheet's words as Markdown: paragraphs and `- ` lists stay what they are, anything else shows as it is written. An
 * organisation's own wording comes from a file like any other text.
 */
export function wordingMarkdown(text: string): string {
  return text
    .replace(/[\\`*_~[\]<>&|]/g, '\\$&')
    .replace(/^([ \t]*)([#+=]|-(?! )|\d+(?=[.)]))/gm, (_, indent: string, start: string) => (/\d/.test(start) ? `${indent}${start}\\` : `${indent}\\${start}`))
    .replace(/:(?=\/\/)|(?<=\bwww)\.|@/gi, '\\$&');
}

/** What descriptions are explained by. */
interface Explanation {
  readonly sheet: Sheet;
  readonly t: Translate;
}

/** A description as Markdown, its references linked to FIRST's framework, whatever stands behind them. */
export function describe(description: string, explanation: Explanation): string {
  return splitReferences(description)
    .map((piece) => ('text' in piece ? wordingMarkdown(piece.text) : referenceLink(piece.reference, explanation)))
    .join('');
}

function referenceLink(reference: string, { sheet, t }: Explanation): string {
  const functions = namesOf(reference, sheet.glossary).join(t('view.separator'));
  return `[\\[${reference}\\]](${frameworkUrl} "${t('view.reference', { functions })}")`;
}

/** A level's number and summary on one line. */
export function levelHeading(number: number, level: Level, t: Translate): string {
  return `**${t('hover.level', { level: number })}** ${wordingMarkdown(level.summary)}`;
}

/** All that a level says: its description, then the guidance and the examples of the reader's organisation. */
export function levelText({ description, guidance, examples }: Level, explanation: Explanation): string {
  const { t } = explanation;
  const parts = [describe(description, explanation)];
  if (guidance !== undefined) parts.push(`*${t('view.guidance')}*`, describe(guidance, explanation));
  if (examples?.length) parts.push(`*${t('view.examples')}*`, examples.map((example) => `- ${wordingMarkdown(example)}`).join('\n'));
  return parts.join('\n\n');
}
