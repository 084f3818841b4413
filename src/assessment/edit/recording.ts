/**
 * From what one records in a form to the smallest edits: a note, a target, a piece of evidence, an action, what the
 * file says of itself.
 */
import type { Assessment } from '../assessment';
import type { CriterionState } from '../model';
import { planAnswer } from './criterion-edit';
import { setHeading, type HeadingValues } from './heading-edit';
import { removeKey } from './key-edit';
import { setNote } from './note-edit';
import { byHand, refused, serviceRefusal, type EditPlan } from './plan';
import {
  addRecord,
  changeRecord,
  indexOfRecord,
  removeRecord,
  type ItemValues,
  type RecordList,
} from './recorded-items';
import { setTarget } from './target-edit';

/**
 * An item of a list: its position, and its link or its text, by which it is found again when the list has changed
 * meanwhile.
 */
export interface ItemRef {
  readonly list: RecordList;
  readonly index: number;
  readonly text: string;
}

/** What is recorded at a service. */
export type ServiceRecord =
  /** An empty note goes. */
  | { readonly kind: 'note'; readonly text: string }
  /** `null` gives the service the target of its area again. */
  | { readonly kind: 'target'; readonly target: number | null }
  /** `null` takes the answer to a criterion back. */
  | { readonly kind: 'answer'; readonly criterion: string; readonly state: CriterionState | null }
  | { readonly kind: 'add'; readonly list: RecordList; readonly values: ItemValues }
  /** Another value at one key of an item; an empty one takes the key away. */
  | { readonly kind: 'set'; readonly item: ItemRef; readonly key: string; readonly value: string | true }
  | { readonly kind: 'remove'; readonly item: ItemRef };

/** What is recorded of the assessment itself; without a value the key goes. */
export type HeadingRecord = {
  readonly [K in keyof HeadingValues]: { readonly key: K; readonly value: HeadingValues[K] | null };
}[keyof HeadingValues];

/**
 * Plans the edits of a record at a service. Never throws; refuses what it cannot prove to change this and nothing
 * else.
 */
export function planServiceRecord(assessment: Assessment, service: string, record: ServiceRecord): EditPlan {
  const refusal = serviceRefusal(assessment, service);
  if (refusal) return refusal;
  switch (record.kind) {
    case 'note':
      return planNote(assessment, service, record.text);
    case 'target':
      return planTarget(assessment, service, record.target);
    case 'answer':
      return planAnswer(assessment, service, record.criterion, record.state);
    case 'add':
      return addRecord(assessment, service, record.list, record.values);
    default:
      return planItem(assessment, service, record);
  }
}

/** Plans the edits of what a file says of itself. Never throws. */
export function planHeadingRecord(assessment: Assessment, { key, value }: HeadingRecord): EditPlan {
  return assessment.broken ? refused('edit.broken') : setHeading(assessment, key, value ?? undefined);
}

/** Nothing to do: the file says so already. */
const nothing: EditPlan = { edits: [] };

function planNote(assessment: Assessment, service: string, text: string): EditPlan {
  const present = assessment.services.get(service)?.note;
  if (text.trim() === '') return present ? removeKey(assessment, service, 'note') : nothing;
  return present?.value.trimEnd() === text.trimEnd() ? nothing : setNote(assessment, service, text);
}

function planTarget(assessment: Assessment, service: string, target: number | null): EditPlan {
  const present = assessment.services.get(service)?.target;
  if (target === null) return present ? removeKey(assessment, service, 'target') : nothing;
  return present?.value === target ? nothing : setTarget(assessment, service, target);
}

function planItem(
  assessment: Assessment,
  service: string,
  record: Extract<ServiceRecord, { kind: 'set' | 'remove' }>,
): EditPlan {
  const { list, index: seen, text } = record.item;
  const index = indexOfRecord(assessment.services.get(service), list, seen, text);
  if (index === undefined) return byHand;
  if (record.kind === 'remove') return removeRecord(assessment, service, list, index);
  return changeRecord(assessment, service, list, index, [record.key, record.value === '' ? undefined : record.value]);
}
