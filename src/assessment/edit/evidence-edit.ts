/** Edits that cite documents as evidence of a service, in every form of its entry. */
import type { Assessment, ServiceEntry } from '../assessment';
import { linkText } from '../evidence/links';
import { addItem, fillList, type NewItem } from '../yaml/list-edit';
import { allEdits } from '../yaml/map-edit';
import { indentAt, itemIndent, type TextEdit } from '../yaml/text-edit';
import { entryOf, plainOf } from '../yaml/tree';
import { insertService } from './insert-services';
import { addKey, longValue } from './key-edit';
import { byHand, serviceRefusal, type EditPlan } from './plan';
import { proven } from './proof';

/**
 * Plans the edits that cite documents as evidence of a service, except those it cites already. Like `planEdit` it never
 * throws, and refuses what it cannot prove to change only this.
 */
export function planCitation(assessment: Assessment, service: string, links: readonly string[]): EditPlan {
  const refusal = serviceRefusal(assessment, service);
  if (refusal) return refusal;
  const entry = assessment.services.get(service);
  const known = entry?.evidence.map(({ link }) => link.value) ?? [];
  const fresh = [...new Set(links)].filter((link) => !known.includes(link));
  if (fresh.length === 0) return { edits: [] };
  const items = fresh.map(linkText);
  const edits = entry
    ? evidenceEdits(assessment, entry, items)
    : insertService(assessment, service, { evidence: items });
  const value = { ...longValue(entry?.value), evidence: [...listedIn(entry), ...fresh] };
  return proven(assessment, edits, [{ path: ['services', service], value }]);
}

/** Adds a first piece of evidence to a service, as a snippet with the cursor in it. */
export function addEvidence(assessment: Assessment, service: string): EditPlan {
  if (listedIn(assessment.services.get(service)).length > 0) return byHand;
  const plan = planCitation(assessment, service, [someLink]);
  if ('refused' in plan) return plan;
  return { edits: plan.edits.map((edit) => ({ ...edit, newText: edit.newText.replace(someLink, '${1}') })) };
}

/** Stands for a link while its place is determined. */
const someLink = 'PSIRT_LINK';

/** The edits that add items as written; `undefined` where the entry's layout does not allow it. */
function evidenceEdits(assessment: Assessment, entry: ServiceEntry, items: readonly string[]): TextEdit[] | undefined {
  const { value } = entry;
  const listed = entryOf(value, 'evidence');
  const flow = items.join(', ');
  const deeper = itemIndent(assessment.text, indentAt(assessment.text, entry.key.start));
  if (value.kind !== 'map' || !listed)
    return addKey(assessment, entry, {
      flow: `evidence: [${flow}]`,
      block: ['evidence:', ...items.map((item) => `${deeper}- ${item}`)],
    });
  if (value.aliased || listed.merged) return undefined;
  const list = listed.value;
  const fresh = items.map((item): NewItem => ({ flow: item, block: [item] }));
  if (list.kind === 'scalar')
    return list.value === null ? fillList(assessment.text, value, listed, fresh, deeper) : undefined;
  if (list.kind !== 'list') return undefined;
  if (list.flow) return addItem(assessment.text, list, { flow, block: [] });
  return allEdits(fresh.map((item) => addItem(assessment.text, list, item)));
}

function listedIn(entry: ServiceEntry | undefined): unknown[] {
  const list = entryOf(entry?.value, 'evidence')?.value;
  return list?.kind === 'list' ? list.items.map(plainOf) : [];
}
