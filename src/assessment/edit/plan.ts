/** The result of planning an edit, the same for all plans: the edits, or why they cannot be made. */
import type { MessageKey, MessageParameters } from '../../messages/messages';
import { serviceIds } from '../../sheet/sheet';
import type { Assessment } from '../assessment';
import type { TextEdit } from '../yaml/text-edit';

/** Why an edit cannot be made: a message key and its parameters. */
export interface Refusal {
  readonly key: MessageKey;
  readonly parameters?: MessageParameters;
}

export interface Refused {
  readonly refused: Refusal;
}

/** Edits of the file's text (none where nothing has to change), or why they cannot be made. */
export type EditPlan = { readonly edits: readonly TextEdit[] } | Refused;

export function refused(key: MessageKey, parameters?: MessageParameters): Refused {
  return { refused: parameters ? { key, parameters } : { key } };
}

/** The layout does not allow the edit, so the user has to make it by hand. */
export const byHand: Refused = refused('edit.by-hand');

/** Why a service cannot be edited: the file cannot be read in full, or the entry is ambiguous. */
export function serviceRefusal(assessment: Assessment, service: string): Refused | undefined {
  if (assessment.broken) return refused('edit.broken');
  if (!serviceIds.includes(service)) return refused('edit.unknown-service');
  return assessment.duplicates.some(({ entry }) => entry.id === service) ? refused('edit.duplicate') : undefined;
}
