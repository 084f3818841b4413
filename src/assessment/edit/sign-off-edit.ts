/** The edit that adds a sign-off. */
import type { Assessment } from '../assessment';
import { keysOf } from '../keys';
import { addItem, fillList, type NewItem } from '../yaml/list-edit';
import { insertBelow, insertFirst } from '../yaml/map-edit';
import { scalarText, type TextEdit } from '../yaml/text-edit';
import { entryOf, ownEntries, plainOf, type MapTree } from '../yaml/tree';
import { byHand, refused, type EditPlan } from './plan';
import { proven } from './proof';

/** A signature to be written. */
export interface NewSignature {
  readonly by: string;
  readonly on: string;
  readonly content: string;
}

/** Adds a signature after the existing ones, in a list above areas and services. */
export function addSignature(assessment: Assessment, { by, on, content }: NewSignature): EditPlan {
  const { text, tree } = assessment;
  if (assessment.broken) return refused('edit.broken');
  if (tree?.kind !== 'map' || tree.flow || tree.aliased) return byHand;
  const pairs = [`by: ${scalarText(by)}`, `on: ${on}`, `content: ${content}`];
  const item: NewItem = { flow: `{ ${pairs.join(', ')} }`, block: pairs };
  const present = entryOf(tree, 'sign-off');
  const before = present?.value.kind === 'list' ? present.value.items.map(plainOf) : [];
  const value = [...before, { by, on, content }];
  return proven(assessment, signatureEdits(text, tree, item), [{ path: ['sign-off'], value }]);
}

function signatureEdits(text: string, tree: MapTree, item: NewItem): TextEdit[] | undefined {
  const present = entryOf(tree, 'sign-off');
  if (present?.value.kind === 'list') return present.merged ? undefined : addItem(text, present.value, item);
  if (present) return fillList(text, tree, present, [item], '  ');
  const lines = ['sign-off:', ...item.block.map((pair, index) => `  ${index ? '  ' : '- '}${pair}`)];
  const own = ownEntries(tree);
  const below = own.findIndex(({ key }) => ['areas', 'services', 'rules'].includes(key));
  const head = keysOf.assessment.slice(0, keysOf.assessment.indexOf('areas'));
  const above = own.filter(({ key }, index) => head.includes(key) && (below < 0 || index < below)).at(-1);
  return above ? insertBelow(text, above, lines) : insertFirst(text, tree, item.flow && `sign-off: [${item.flow}]`);
}
