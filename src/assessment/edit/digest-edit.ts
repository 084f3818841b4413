/** Edits that record the digests of cited files. */
import type { Assessment, ServiceEntry } from '../assessment';
import { insertAt, lineEnd, lineEnding, lineStart, type TextEdit } from '../yaml/text-edit';
import { entryOf, plainOf, type Span, type Tree } from '../yaml/tree';
import { citedItem } from './cited-item';
import { byHand, refused, type EditPlan } from './plan';
import { proven, type Change } from './proof';
import { itemEdits, written } from './recorded-items';

/** A digest to record at a piece of evidence, of a service or of one of its criteria. */
export interface NewDigest {
  readonly entry: ServiceEntry;
  /** The place of the link. */
  readonly link: Span;
  readonly digest: string;
  /** The day on which the file counts as collected anew; replaces the date of collection, where there is one. */
  readonly collected?: string;
}

/** Plans the edits that record digests: all of them, or none. Never throws. */
export function recordDigests(assessment: Assessment, digests: readonly NewDigest[]): EditPlan {
  if (assessment.broken) return refused('edit.broken');
  const edits: TextEdit[] = [];
  const changes: Change[] = [];
  for (const digest of digests) {
    const made = digestEdits(assessment.text, digest);
    if (!made) return byHand;
    edits.push(...made.edits);
    changes.push(made.change);
  }
  return changes.length > 0 ? proven(assessment, edits, changes) : { edits };
}

function digestEdits(
  text: string,
  { entry, link, digest, collected }: NewDigest,
): { readonly edits: readonly TextEdit[]; readonly change: Change } | undefined {
  const { item, path, owner } = citedItem(entry, link) ?? {};
  if (!item || !path || item.aliased) return undefined;
  const day = collected !== undefined && entryOf(item, 'collected') ? { collected } : {};
  const values = { sha256: digest, ...day };
  const edits: TextEdit[] = [];
  for (const [key, value] of Object.entries(values)) {
    const own = onLinesOfItsOwn(text, item, owner, digest) ?? itemEdits(text, item, 'evidence', key, value);
    if (!own) return undefined;
    edits.push(...own);
  }
  const before = item.kind === 'scalar' ? { link: plainOf(item) } : (plainOf(item) as object);
  return { edits, change: { path, value: { ...before, ...values } } };
}

/** A bare link in a list of lines gets a line for its digest, which is too long to be read beside it. */
function onLinesOfItsOwn(
  text: string,
  { kind, span }: Tree,
  owner: Tree | undefined,
  digest: string,
): TextEdit[] | undefined {
  const list = entryOf(owner, 'evidence')?.value;
  const lead = text.slice(lineStart(text, span.start), span.start);
  const isLine = /^ *- +$/.test(lead) && !/[\r\n]/.test(text.slice(span.start, span.end));
  if (kind !== 'scalar' || list?.kind !== 'list' || list.flow || !isLine) return undefined;
  const line = `${lineEnding(text)}${' '.repeat(lead.length)}sha256: ${written(digest)}`;
  return [insertAt(span.start, 'link: '), insertAt(lineEnd(text, span.end), line)];
}
