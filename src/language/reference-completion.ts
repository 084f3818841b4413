/** Completion of references to FIRST's framework where wording is written: behind an opening bracket. */
import { placeAt } from '../assessment/cursor';
import { lineStart } from '../assessment/yaml/text-edit';
import type { Span } from '../assessment/yaml/tree';
import type { OverlayFile } from '../overlay/read-overlay';
import { citedFunctions } from '../sheet/cited-functions';
import { findService, type Sheet } from '../sheet/sheet';

/** A reference that may stand there. */
interface ReferenceCompletion {
  readonly label: string;
  readonly insertText: string;
  readonly detail?: string;
  readonly span: Span;
  readonly isValue: true;
}

/**
 * An opening bracket in the midst of text, and what is typed of a reference behind it; a list in brackets stands right
 * behind its key.
 */
const opened = /^(?!\s*(?:- )?["'\w]+["']?:\s*\[)(.*)\[([\d.-]*)$/;

/**
 * The references that may stand at an offset: first those the sheet has in the level described there, then every
 * function it cites.
 */
export function referenceCompletionsAt(
  sheet: Sheet,
  { tree }: OverlayFile,
  text: string,
  offset: number,
): ReferenceCompletion[] {
  const typed = opened.exec(text.slice(lineStart(text, offset), offset))?.[2];
  if (typed === undefined) return [];
  const behind = /^[\d.-]*\]?/.exec(text.slice(offset))?.[0].length ?? 0;
  const span = { start: offset - typed.length, end: offset + behind };
  const [section, id = '', , level] = (placeAt({ tree }, offset)?.path ?? []).map(String);
  const own = (section === 'services' && findService(sheet, id)?.levels[Number(level)]?.references) || [];
  const titles = new Map(citedFunctions(sheet).map((cited) => [cited.id, cited.title]));
  return [...new Set([...own, ...titles.keys()])].map((label) => ({
    label,
    insertText: `${label}]`,
    detail: titles.get(label),
    span,
    isValue: true,
  }));
}
