/** What planning an edit comes to: its edits, or why it cannot be made. Everything that plans an edit answers so. */
import type { MessageKey, MessageParameters } from '../../messages/messages';
import { serviceIds } from '../../sheet/sheet';
import type { Assessment } from '../assessment';
import type { TextEdit } from '../yaml/text-edit';

/** Why an edit cannot be made: a message, and what is filled in. */
export interface Refusal {
  readonly key: MessageKey;
  readonly parameters?: MessageParameters;
}

export interface Refused {
  readonly refused: Refusal;
}

/** Edits of the file's text that do what was meant (none where it is so already), or why they cannot be made. */
export type EditPlan = { readonly edits: readonly TextEdit[] } | Refused;

export function refused(key: MessageKey, parameters?: MessageParameters): Refused {
  return { refused: parameters ? { key, parameters } : { key } };
}

/** The layout does not allow it: the user edits the file by hand. */
export const byHand: Refused = refused('edit.by-hand');

/** Why nothing of a service can be edited: the file cannot be read in full, or it is not clear what is meant. */
export function serviceRefusal(assessment: Assessment, service: string): Refused | undefined {
  if (assessment.broken) return refused('edit.broken');
  if (!serviceIds.includes(service)) return refused('edit.unknown-service');
  return assessment.duplicates.some(({ entry }) => entry.id === service) ? refused('edit.duplicate') : undefined;
}
