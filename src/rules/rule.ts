/** What a rule is, and what it is given. */
import type { Assessment, Issue, ServiceEntry } from '../assessment/assessment';
import type { CitedDocument } from '../assessment/evidence/cited-document';
import type { EditPlan, TextEdit } from '../assessment/edit/edit';
import type * as edits from '../assessment/edit/edits';
import { isScorable } from '../assessment/scorable';
import type { OverlayTrouble } from '../overlay/find-overlay';
import type { RuleId, SeveritySetting } from '../assessment/model';
import type { Span } from '../assessment/yaml/tree';
import type { Translate } from '../messages/messages';
import { compareScored, type Comparison } from '../scoring/compare';
import type { Scored, ScoredService } from '../scoring/score';
import type { Service, Sheet } from '../sheet/sheet';

export type Severity = Exclude<SeveritySetting, 'off'>;

/** A version of a file, with its scores: its baseline, or the one that was signed off. */
export interface ScoredVersion {
  /** What the user calls it: a revision such as `main`. */
  readonly name: string;
  readonly assessment: Assessment;
  readonly scored: Scored;
}

/** What became of an assessment that is no longer where it was. */
export interface Deletion {
  /** The version that still has it, as the user calls it: a revision such as `main`. */
  readonly name: string;
  /** Where it has been moved to, when that is not among what is checked. */
  readonly movedTo?: string;
}

/** Everything a rule may look at; the clock and the files come from outside. */
export interface RuleContext {
  readonly sheet: Sheet;
  readonly assessment: Assessment;
  readonly scored: Scored;
  /** The day it is, `YYYY-MM-DD`. */
  readonly today: string;
  /** The latest day it is anywhere on earth, where `today` is that of one place: a file may come from another one. */
  readonly latestDay?: string;
  readonly t: Translate;
  /** Cited documents by the link that leads to them; a link that is missing here was not looked up. */
  readonly documents?: ReadonlyMap<string, CitedDocument>;
  /** The version it is compared with; without one, the rules about changes report nothing. */
  readonly baseline?: ScoredVersion;
  /** The assessment was deleted, and this is its last state: only the rules about deletions run. */
  readonly deletion?: Deletion;
  /** A sign-off of the present state is required (`--require-sign-off`). */
  readonly requiresSignOff?: boolean;
  /** The version that was signed off last, where it was found. */
  readonly signed?: ScoredVersion;
  /** Why the organisation's overlay cannot be used as it should. */
  readonly overlayTrouble?: OverlayTrouble;
}

/**
 * The edits fixes are made of. Fixes are given them: they are loaded with the code actions, the rules at activation.
 */
export interface Edits extends EditFunctions {
  /** The fixes of a value of the wrong form. */
  mendValue(context: RuleContext, issue: Issue, edits: Edits): Fix[];
  /** What resolves the n-th merge conflict. */
  mendConflict(context: RuleContext, index: number, edits: Edits): Fix[];
  /** Takes out a marker that is left over from one. */
  removeMarker(context: RuleContext, span: Span): Fix[];
}
type EditFunctions = typeof edits;

/** A change that mends a problem. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The new texts hold snippet placeholders such as `${1:reason}`. */
  readonly snippet?: boolean;
  /** The user may well want something else: it is never done unseen. */
  readonly preferred?: false;
  /** Once it is made, what can stand at the cursor is offered. */
  readonly suggests?: true;
  /** It says the same in a form that is understood, guesses nothing and loses nothing: part of "fix all". */
  readonly safe?: true;
}

/** A fix, or none where its edits could not be planned. */
export function fixOf(title: string, plan: EditPlan, kind: Omit<Fix, 'title' | 'edits'> = {}): Fix[] {
  return 'edits' in plan ? [{ title, edits: plan.edits, ...kind }] : [];
}

/** What can be wrong with a piece of evidence. */
export type EvidenceTrouble = 'missing' | 'no-heading' | 'expired' | 'future';

/**
 * Whether findings of one rule, so many of them, are each at their own place. More would underline nearly every line of
 * a file and hide what else there is: one finding then stands for all.
 */
export function areFew(count: number): boolean {
  return count <= 3;
}

/** One of the services that a finding stands for, at its own place, where what mends it is offered. */
export interface FindingPart extends Pick<Finding, 'span' | 'fixes'> {
  /** `1.2 Finder community`. */
  readonly name: string;
}

/**
 * Something a rule found. `severity` overrides the rule's default, `fixes` are worked out when asked for, with the
 * edits they are made of.
 */
export interface Finding {
  readonly span: Span;
  readonly message: string;
  readonly severity?: Severity;
  /** Neither a YAML parser nor the JSON Schema can tell this, although they tell others of the rule's findings. */
  readonly beyondSchema?: boolean;
  readonly fixes?: (edits: Edits) => Fix[];
  /** It is about a piece of evidence, at its link or one of its days. */
  readonly evidence?: EvidenceTrouble;
  /** It stands for all of these. */
  readonly parts?: readonly FindingPart[];
}

export interface Rule {
  readonly id: RuleId;
  readonly severity: Severity;
  /** Some of its fixes are safe: "fix all" makes them (`Fix.safe`). */
  readonly fixes?: 'safe';
  /** A YAML server finds the same with our JSON Schema, but for findings that say `beyondSchema`. */
  readonly seenBySchema?: boolean;
  /** The rule is about the text itself: it runs on files that cannot be scored, too. */
  readonly readsText?: boolean;
  /** The rule is about how something is written: it speaks of an individual scoring, too, which is no assessment. */
  readonly ofText?: boolean;
  /** Whether it is asked for from outside: no file turns it off, or down, then. */
  isRequired?(context: RuleContext): boolean;
  /** The rule is about deleted assessments: it runs on these alone, and no other rule does. */
  readonly ofDeleted?: boolean;
  check(context: RuleContext): readonly Finding[];
}

/** A finding with its rule's name and the severity that is in force. */
export interface Problem extends Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
}

/** A service of the sheet with its score and, where it exists, its entry in the file. */
export interface CheckedService {
  readonly service: Service;
  readonly scored: ScoredService;
  readonly entry?: ServiceEntry;
}

/** Several rules go through the services of one context, one after the other. */
const joined = new WeakMap<RuleContext, readonly CheckedService[]>();

/** The services the sheet has, in its order. */
export function services(context: RuleContext): readonly CheckedService[] {
  const known = joined.get(context) ?? join(context);
  joined.set(context, known);
  return known;
}

/** Several rules ask what changed, too. */
const compared = new WeakMap<RuleContext, Comparison>();

/** What changed since the baseline; `undefined` without one, or when it cannot be scored. */
export function changesOf(context: RuleContext): Comparison | undefined {
  const { baseline, scored } = context;
  if (!baseline || !isScorable(baseline.assessment)) return undefined;
  const comparison = compared.get(context) ?? compareScored(baseline.scored, scored);
  compared.set(context, comparison);
  return comparison;
}

function join({ sheet, scored, assessment }: RuleContext): CheckedService[] {
  return sheet.areas.flatMap((area, index) =>
    area.services.map((service, position) => ({
      service,
      scored: scored.areas[index]?.services[position] as ScoredService,
      entry: assessment.services.get(service.id),
    })),
  );
}
