/** What a `.psirt.yaml` file means: every value knows where in the text it stands. */
import type { MessageKey, MessageParameters } from '../messages/messages';
import type { CriterionState, RuleId, SeveritySetting } from './model';
import type { Span, Tree } from './yaml/tree';

export interface Located<T> {
  readonly value: T;
  readonly span: Span;
}

/** A document or page cited as evidence. */
export interface Evidence {
  /** A path from the file (or, with a leading `/`, from the workspace root) with an optional `#heading`, or a URL. */
  readonly link: Located<string>;
  readonly collected?: Located<string>;
  readonly expires?: Located<string>;
  readonly note?: Located<string>;
}

/** One step of the improvement plan. */
export interface Action {
  readonly action: Located<string>;
  readonly owner?: Located<string>;
  readonly due?: Located<string>;
  /** Finished: `true`, or the day it was. */
  readonly done: boolean;
}

/** What a file answers to a criterion of a service. */
export interface CriterionAnswer {
  readonly id: string;
  readonly key: Span;
  /** The value as it stands: the state alone, or the long form. */
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
  /** The value as it stands, whatever its shape. */
  readonly value: Tree;
  readonly score?: Located<number>;
  readonly target?: Located<number>;
  /** Present when the service is excluded; an empty value when no reason is given. */
  readonly excluded?: Located<string>;
  readonly evidence: readonly Evidence[];
  readonly note?: Located<string>;
  readonly plan: readonly Action[];
  /** One per id, in file order; ids the sheet does not have included. */
  readonly criteria: ReadonlyMap<string, CriterionAnswer>;
  /** What each assessor gave, by their names. */
  readonly votes: ReadonlyMap<string, Located<number>>;
  /** Who is asked about it. */
  readonly responder?: string;
}

/** All that a service cites: its own evidence, then that of its criteria. */
export function allEvidence({ evidence, criteria }: Pick<ServiceEntry, 'evidence' | 'criteria'>): Evidence[] {
  return [...evidence, ...[...criteria.values()].flatMap((answer) => answer.evidence)];
}

/** The links of an assessment to other files, each once: its evidence, and what an individual scoring belongs to. */
export function linksOf({ services, individualFor }: Pick<Assessment, 'services' | 'individualFor'>): Set<string> {
  const evidence = [...services.values()].flatMap((entry) => allEvidence(entry).map(({ link }) => link.value));
  return new Set([...evidence, ...(individualFor ? [individualFor.value] : [])]);
}

export interface AreaEntry {
  readonly id: string;
  readonly key: Span;
  readonly quoted: boolean;
  readonly target?: Located<number>;
  /** Who is asked about its services. */
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

/** Something wrong with the text itself, found while reading it. */
export interface Issue {
  readonly rule: RuleId;
  readonly key: MessageKey;
  readonly parameters: MessageParameters;
  readonly span: Span;
  /** The key the user may have meant, for an unknown one. */
  readonly suggestion?: string;
}

/** A key that is given twice: the entry that does not count, and the one that does. */
export interface Duplicate {
  readonly entry: ServiceEntry;
  readonly first: ServiceEntry;
}

export interface Assessment {
  readonly text: string;
  /** The whole document as located values; `undefined` when empty or unreadable. */
  readonly tree?: Tree;
  /** The YAML could not be read in full: what is missing may only be hidden by the error. */
  readonly broken: boolean;
  readonly issues: readonly Issue[];
  readonly sheet?: Located<string>;
  readonly subject?: Located<string>;
  /** The path of the assessment that this is one assessor's own scoring of: it is none itself. */
  readonly individualFor?: Located<string>;
  readonly assessed?: Located<string>;
  readonly assessors: readonly string[];
  readonly target?: Located<number>;
  /** The path of the file with the organisation's overlay. */
  readonly wording?: Located<string>;
  /** The sources of requirements that matter here: ids of the product's own, and paths of files. */
  readonly crosswalk: readonly string[];
  /** In the order of the file. */
  readonly signOff: readonly Signature[];
  readonly areas: ReadonlyMap<string, AreaEntry>;
  /** Where the `services` key stands, if it does. */
  readonly servicesKey?: Span;
  /** One entry per id, in file order; ids the sheet does not have included. */
  readonly services: ReadonlyMap<string, ServiceEntry>;
  readonly duplicates: readonly Duplicate[];
  readonly severities: ReadonlyMap<RuleId, SeveritySetting>;
}
