/** The content of a `.psirt.yaml` file; every value knows its place in the text. */
import type { MessageKey, MessageParameters } from '../messages/messages';
import type { CriterionState, RuleId, SeveritySetting } from './vocabulary';
import type { Span, Tree } from './yaml/tree';

export interface Located<T> {
  readonly value: T;
  readonly span: Span;
}

/** A document or page cited as evidence. */
export interface Evidence {
  /** A path from the file (or, with a leading `/`, from the workspace root), with an optional `#heading`; a URL. */
  readonly link: Located<string>;
  readonly collected?: Located<string>;
  readonly expires?: Located<string>;
  /** The digest of the file when it was collected, in hexadecimal digits of either case. */
  readonly sha256?: Located<string>;
  readonly note?: Located<string>;
}

/** One step of the improvement plan. */
export interface Action {
  readonly action: Located<string>;
  readonly owner?: Located<string>;
  readonly due?: Located<string>;
  /** Whether it is finished: `true`, or a day. */
  readonly done: boolean;
}

/** The answer of a file to a criterion. */
export interface CriterionAnswer {
  readonly id: string;
  readonly key: Span;
  /** The value as written: the state alone, or the long form. */
  readonly value: Tree;
  readonly state?: Located<CriterionState>;
  readonly evidence: readonly Evidence[];
  readonly note?: Located<string>;
}

export interface ServiceEntry {
  readonly id: string;
  readonly key: Span;
  readonly quoted: boolean;
  /** From the key to the end of the value. */
  readonly span: Span;
  /** The value as written, valid or not. */
  readonly value: Tree;
  readonly score?: Located<number>;
  readonly target?: Located<number>;
  /** Present when the service is excluded; an empty value when no reason is given. */
  readonly excluded?: Located<string>;
  readonly evidence: readonly Evidence[];
  readonly note?: Located<string>;
  readonly plan: readonly Action[];
  /** One per id, in file order, including ids the sheet does not have. */
  readonly criteria: ReadonlyMap<string, CriterionAnswer>;
  /** The score each assessor gave, by name. */
  readonly votes: ReadonlyMap<string, Located<number>>;
  /** The person who is asked about it. */
  readonly responder?: string;
}

/** All evidence of a service: its own, then that of its criteria. */
export function allEvidence({ evidence, criteria }: Pick<ServiceEntry, 'evidence' | 'criteria'>): Evidence[] {
  return [...evidence, ...[...criteria.values()].flatMap((answer) => answer.evidence)];
}

/** Links to other files, and whether the digest of the file that each leads to is needed. */
export type Links = Iterable<readonly [link: string, needsDigest: boolean]>;

/**
 * The links of some assessments to other files, without repetition: their evidence, and the assessments that individual
 * scorings belong to.
 */
export function linksOf(
  ...assessments: readonly Pick<Assessment, 'services' | 'individualFor'>[]
): ReadonlyMap<string, boolean> {
  const links = new Map<string, boolean>();
  const add = (link: string, needsDigest: boolean) => links.set(link, needsDigest || links.get(link) === true);
  for (const { services, individualFor } of assessments) {
    for (const entry of services.values())
      for (const { link, sha256 } of allEvidence(entry)) add(link.value, sha256 !== undefined);
    if (individualFor) add(individualFor.value, false);
  }
  return links;
}

export interface AreaEntry {
  readonly id: string;
  readonly key: Span;
  readonly quoted: boolean;
  readonly target?: Located<number>;
  /** The person who is asked about its services. */
  readonly responder?: string;
}

/** A sign-off: a person's approval of one state of the file. */
export interface Signature {
  readonly by: string;
  /** The day, `YYYY-MM-DD`. */
  readonly on: string;
  /** The digest of the state (`sign-off.ts`). */
  readonly content: Located<string>;
}

/** A problem of the text itself, found while reading it. */
export interface Issue {
  readonly rule: RuleId;
  readonly key: MessageKey;
  readonly parameters: MessageParameters;
  readonly span: Span;
  /** The key the user may have meant, for an unknown one. */
  readonly suggestion?: string;
}

/** A repeated key: the entry that is ignored, and the one that counts. */
export interface Duplicate {
  readonly entry: ServiceEntry;
  readonly first: ServiceEntry;
}

export interface Assessment {
  readonly text: string;
  /** The whole document as located values; `undefined` when empty or unreadable. */
  readonly tree?: Tree;
  /** The YAML could not be read in full, so missing entries may merely be hidden by the error. */
  readonly broken: boolean;
  readonly issues: readonly Issue[];
  readonly sheet?: Located<string>;
  readonly subject?: Located<string>;
  /** For an individual scoring: the path of the assessment it belongs to. */
  readonly individualFor?: Located<string>;
  readonly assessed?: Located<string>;
  readonly assessors: readonly string[];
  readonly target?: Located<number>;
  /** The path of the organisation's overlay file. */
  readonly wording?: Located<string>;
  /** The relevant crosswalk sources: ids of built-in ones, and paths of files. */
  readonly crosswalk: readonly string[];
  /** In the order of the file. */
  readonly signOff: readonly Signature[];
  readonly areas: ReadonlyMap<string, AreaEntry>;
  /** The span of the `services` key, if present. */
  readonly servicesKey?: Span;
  /** One entry per id, in file order, including ids the sheet does not have. */
  readonly services: ReadonlyMap<string, ServiceEntry>;
  readonly duplicates: readonly Duplicate[];
  readonly severities: ReadonlyMap<RuleId, SeveritySetting>;
}
