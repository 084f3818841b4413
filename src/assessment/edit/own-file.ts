/**
 * Makes an individual scoring for an assessor: the assessment with its comments, exclusions, targets and responders,
 * but without answers, so that they do not influence the assessor.
 */
import type { Assessment } from '../assessment';
import { parseVariant } from '../parse-variant';
import { isScorable } from '../scorable';
import { insertBelow, insertFirst, insertInFlow, removeEntry } from '../yaml/map-edit';
import { linkText } from '../evidence/links';
import { applyEdits, type TextEdit } from '../yaml/text-edit';
import { entryOf, ownEntries, type MapTree, type Tree } from '../yaml/tree';
import { planEdit } from './edit';
import { setHeading } from './heading-edit';
import { byHand, type Refusal } from './plan';

/** The keys of a service that are kept: the questions, not the answers. */
const keptOfService = ['target', 'excluded', 'responder'];

export interface OwnFile {
  /** The path of the assessment, relative to the new file. */
  readonly owner: string;
  readonly assessor: string;
}

/** The text of the file, or why it cannot be made from this assessment. */
export function ownFile(
  agreed: Assessment,
  { owner, assessor }: OwnFile,
): { readonly text: string } | { readonly refused: Refusal } {
  if (!isScorable(agreed) || agreed.tree?.kind !== 'map') return byHand;
  let now = agreed;
  const make = (edits: readonly TextEdit[] | undefined): void => {
    if (edits?.length) now = parseVariant(applyEdits(now.text, edits));
  };
  make(withoutKey(now, 'sign-off'));
  make(withoutKey(now, 'assessed'));
  for (const id of agreed.services.keys()) for (const edits of blanked(() => now, id)) make(edits);
  const named = setHeading(now, 'assessors', [assessor]);
  if ('edits' in named) make(named.edits);
  make(pointerEdits(now, `individual-for: ${linkText(owner)}`));
  const isMade = isScorable(now) && now.individualFor?.value === owner && now.assessors.join() === assessor;
  return isMade && [...now.services.values()].every(({ score }) => !score) ? { text: now.text } : byHand;
}

function withoutKey({ text, tree }: Assessment, key: string): TextEdit[] | undefined {
  const entry = entryOf(tree, key);
  return tree?.kind === 'map' && entry ? removeEntry(text, tree, entry) : undefined;
}

/** The steps that remove the answers of a service; each is planned on the text after the previous one. */
function* blanked(now: () => Assessment, id: string): Generator<TextEdit[] | undefined> {
  const keys = answersIn(now().services.get(id)?.value);
  for (const key of keys) {
    const value = now().services.get(id)?.value;
    const entry = entryOf(value, key);
    if (value?.kind === 'map' && entry) yield removeEntry(now().text, value, entry);
  }
  const plan = planEdit(now(), { kind: 'score', service: id, score: null });
  if ('edits' in plan && !now().services.get(id)?.excluded) yield [...plan.edits];
}

function answersIn(value: Tree | undefined): string[] {
  if (value?.kind !== 'map') return [];
  return ownEntries(value)
    .map(({ key }) => key)
    .filter((key) => !keptOfService.includes(key));
}

/** Adds the pointer after the subject, where there is one. */
function pointerEdits({ text, tree }: Assessment, pair: string): TextEdit[] | undefined {
  if (tree?.kind !== 'map') return undefined;
  if (tree.flow) return insertInFlow(text, tree, pair);
  const before = entryOf(tree, 'subject') ?? entryOf(tree, 'sheet');
  return before ? insertBelow(text, before, [pair]) : insertFirst(text, tree as MapTree, pair);
}
