/** The data that views render: plain data, sent to the panel and passed to reports unchanged. */
import type { ShownConflict } from '../language/conflicts';
import type { EvidenceTrouble } from '../rules/rule';
import type { Html } from '../messages/safe-text';
import type { Comparison } from '../scoring/compare';
import type { Scored } from '../scoring/score';

export interface EvidenceView {
  readonly link: string;
  readonly collected?: string;
  readonly expires?: string;
  /** The start of the recorded digest of the file. */
  readonly digest?: string;
  readonly note?: string;
  /** What is wrong with it, each with the message of the problem. */
  readonly troubles?: readonly { readonly kind: EvidenceTrouble; readonly message: string }[];
}

export interface ActionView {
  readonly action: string;
  readonly owner?: string;
  readonly due?: string;
  readonly done: boolean;
}

/** The evidence and note of an answer to a criterion. */
export type CriterionDetails = Pick<ServiceDetails, 'evidence' | 'note'>;

/** What a service's entry contains besides its figures. */
export interface ServiceDetails {
  readonly evidence: readonly EvidenceView[];
  readonly plan: readonly ActionView[];
  /** The evidence and notes of its criteria, by id, of those that have any. */
  readonly criteria?: Readonly<Record<string, CriterionDetails>>;
  /** The note as written in the file. */
  readonly note?: string;
  /** The entry's own target; absent where it inherits that of the area or the file. */
  readonly target?: number;
  /** The note as HTML, rendered from Markdown with HTML off. */
  readonly noteHtml?: Html;
}

/** A scored assessment. `details` has an entry for each service with any. */
export interface AssessmentView {
  readonly subject?: string;
  readonly assessed?: string;
  readonly assessors: readonly string[];
  readonly scored: Scored;
  readonly details: Readonly<Record<string, ServiceDetails>>;
  /** Other errors and warnings at a service, by its id: those that nothing else in its row shows. */
  readonly problems?: Readonly<Record<string, readonly string[]>>;
}

/** A merge conflict of the file: the services concerned, and the choices. */
export interface ConflictView extends Pick<ShownConflict, 'index' | 'services' | 'choices'> {
  readonly title: string;
}

/** The baseline of the assessment shown: its name, and the changes since. */
export interface BaselineView {
  readonly name: string;
  readonly comparison: Comparison;
}
