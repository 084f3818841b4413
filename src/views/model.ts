/** What the views draw: plain data, sent to the panel as it is and handed to reports as it is. */
import type { ShownConflict } from '../language/conflicts';
import type { EvidenceTrouble } from '../rules/rule';
import type { Html } from '../messages/safe-text';
import type { Comparison } from '../scoring/compare';
import type { Scored } from '../scoring/score';

export interface EvidenceView {
  readonly link: string;
  readonly collected?: string;
  readonly expires?: string;
  readonly note?: string;
  /** What is wrong with it, each with the problem's own words. */
  readonly troubles?: readonly { readonly kind: EvidenceTrouble; readonly message: string }[];
}

export interface ActionView {
  readonly action: string;
  readonly owner?: string;
  readonly due?: string;
  readonly done: boolean;
}

/** What supports the answer to a criterion. */
export type CriterionDetails = Pick<ServiceDetails, 'evidence' | 'note'>;

/** What a service's entry holds besides its numbers. */
export interface ServiceDetails {
  readonly evidence: readonly EvidenceView[];
  readonly plan: readonly ActionView[];
  /** What its criteria hold besides their answers, by their ids: those that have any. */
  readonly criteria?: Readonly<Record<string, CriterionDetails>>;
  /** The note as it is written in the file. */
  readonly note?: string;
  /** The target the entry itself sets; without it that of the area or the file holds. */
  readonly target?: number;
  /** The note as HTML, rendered from Markdown with HTML off. */
  readonly noteHtml?: Html;
}

/** One assessment, scored. `details` has the services that have any. */
export interface AssessmentView {
  readonly subject?: string;
  readonly assessed?: string;
  readonly assessors: readonly string[];
  readonly scored: Scored;
  readonly details: Readonly<Record<string, ServiceDetails>>;
  /** What else the rules found at a service, by its id: errors and warnings that nothing else in its row shows. */
  readonly problems?: Readonly<Record<string, readonly string[]>>;
}

/** A merge conflict of the file: what it is about, and what can be taken. */
export interface ConflictView extends Pick<ShownConflict, 'index' | 'services' | 'choices'> {
  readonly title: string;
}

/** The baseline of the assessment shown: what it is called, and what changed since. */
export interface BaselineView {
  readonly name: string;
  readonly comparison: Comparison;
}
