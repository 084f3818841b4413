/** Markdown for hovers and completions: our own wording made of it, and text from files kept from being it. */
import type { Translate } from '../messages/messages';
import { frameworkUrl, splitReferences } from '../sheet/references';
import type { Level } from '../sheet/sheet';

/** Text from a file as Markdown that shows it as it is: no markup, no link, no HTML, on one line. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\r\n]+/g, ' ')
    .replace(/[\\`*_{}[\]()#+\-.!|<>~&:@]/g, (character) => `\\${character}`);
}

/** A description of ours as Markdown, its references linked to FIRST's framework. */
export function describe(description: string, t: Translate): string {
  return splitReferences(description)
    .map((piece) => ('text' in piece ? piece.text : referenceLink(piece.reference, t)))
    .join('');
}

function referenceLink(reference: string, t: Translate): string {
  return `[\\[${reference}\\]](${frameworkUrl} "${t('hover.framework')}")`;
}

/** A level's number and summary on one line. */
export function levelHeading(number: number, level: Level, t: Translate): string {
  return `**${t('hover.level', { level: number })}** ${level.summary}`;
}
