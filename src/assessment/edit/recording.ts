/**
 * Plans the smallest edits for what is recorded in a form: a note, a target, a piece of evidence, an action, or the
 * file's own facts.
 */
import type { Assessment } from '../assessment';
import type { CriterionState } from '../vocabulary';
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
 * Identifies an item of a list by its position, and by its link or text, which finds it again after the list has
 * changed.
 */
export interface ItemRef {
  readonly list: RecordList;
  readonly index: number;
  readonly text: string;
}

/** A record of a service. */
export type ServiceRecord =
  /** An empty note removes it. */
  | { readonly kind: 'note'; readonly text: string }
  /** `null` removes the service's own target, so that its area's applies. */
  | { readonly kind: 'target'; readonly target: number | null }
  /** `null` removes the answer to a criterion. */
  | { readonly kind: 'answer'; readonly criterion: string; readonly state: CriterionState | null }
  | { readonly kind: 'add'; readonly list: RecordList; readonly values: ItemValues }
  /** Sets the value of one key of an item; an empty one removes the key. */
  | { readonly kind: 'set'; readonly item: ItemRef; readonly key: string; readonly value: string | true }
  | { readonly kind: 'remove'; readonly item: ItemRef };

/** A record of the assessment itself; without a value the key is removed. */
export type HeadingRecord = {
  readonly [K in keyof HeadingValues]: { readonly key: K; readonly value: HeadingValues[K] | null };
}[keyof HeadingValues];

/** Plans the edits for a record of a service. Never throws; refuses what it cannot prove to change only this. */
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

/** Plans the edits for a record of the assessment itself. Never throws. */
export function planHeadingRecord(assessment: Assessment, { key, value }: HeadingRecord): EditPlan {
  return assessment.broken ? refused('edit.broken') : setHeading(assessment, key, value ?? undefined);
}

/** An empty plan: the file has this value already. */
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
