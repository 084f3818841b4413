/** Completions of references to FIRST's framework in wording, after an opening bracket. */
import { placeAt } from '../assessment/cursor';
import { lineStart } from '../assessment/yaml/text-edit';
import type { Span } from '../assessment/yaml/tree';
import type { OverlayFile } from '../overlay/read-overlay';
import { citedFunctions } from '../sheet/cited-functions';
import { findService, type Sheet } from '../sheet/sheet';

/** A reference that can be inserted. */
interface ReferenceCompletion {
  readonly label: string;
  readonly insertText: string;
  readonly detail?: string;
  readonly span: Span;
  readonly isValue: true;
}

/** An opening bracket within text and the reference typed after it; a bracket directly after a key begins a list. */
const opened = /^(?!\s*(?:- )?["'\w]+["']?:\s*\[)(.*)\[([\d.-]*)$/;

/**
 * The references to suggest at an offset: first the sheet's own for the level described there, then every function the
 * sheet cites.
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
