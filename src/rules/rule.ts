/** What a rule is, and its input. */
import type { Assessment, Issue, ServiceEntry } from '../assessment/assessment';
import type { CitedDocument } from '../assessment/evidence/cited-document';
import type { EditPlan, TextEdit } from '../assessment/edit/edit';
import type * as edits from '../assessment/edit/edits';
import { isScorable } from '../assessment/scorable';
import type { OverlayTrouble } from '../overlay/find-overlay';
import type { RuleId, SeveritySetting } from '../assessment/vocabulary';
import type { Span } from '../assessment/yaml/tree';
import type { Translate } from '../messages/messages';
import { compareScored, type Comparison } from '../scoring/compare';
import type { Scored, ScoredService } from '../scoring/score';
import type { Service, Sheet } from '../sheet/sheet';

export type Severity = Exclude<SeveritySetting, 'off'>;

/** A version of a file with its scores: the baseline, or the version that was signed off. */
export interface ScoredVersion {
  /** The name by which the user refers to it: a revision such as `main`. */
  readonly name: string;
  readonly assessment: Assessment;
  readonly scored: Scored;
}

/** What is known of an assessment that no longer exists at its path. */
export interface Deletion {
  /** The version that still has it, by the user's name for it: a revision such as `main`. */
  readonly name: string;
  /** The path it was moved to, when that is not among the checked files. */
  readonly movedTo?: string;
}

/** Everything a rule may use; clock and files are inputs. */
export interface RuleContext {
  readonly sheet: Sheet;
  readonly assessment: Assessment;
  readonly scored: Scored;
  /** The current day, `YYYY-MM-DD`. */
  readonly today: string;
  /** The latest current day anywhere on earth, `YYYY-MM-DD`, since files may come from other time zones. */
  readonly latestDay?: string;
  readonly t: Translate;
  /** Cited documents by link; a missing link was not looked up. */
  readonly documents?: ReadonlyMap<string, CitedDocument>;
  /** The baseline; without one, the rules about changes report nothing. */
  readonly baseline?: ScoredVersion;
  /** Set when the assessment was deleted and this is its last state: only the rules about deletions run. */
  readonly deletion?: Deletion;
  /** A sign-off of the present state is required (`--require-sign-off`). */
  readonly requiresSignOff?: boolean;
  /** The version signed off last, where it was found. */
  readonly signed?: ScoredVersion;
  /** Why the organisation's overlay is not fully used. */
  readonly overlayTrouble?: OverlayTrouble;
}

/**
 * The edits that fixes are made of. They are passed in, since they are loaded with code actions and rules at
 * activation.
 */
export interface Edits extends EditFunctions {
  /** The fixes for a value in the wrong form. */
  mendValue(context: RuleContext, issue: Issue, edits: Edits): Fix[];
  /** The fixes for the n-th merge conflict. */
  mendConflict(context: RuleContext, index: number, edits: Edits): Fix[];
  /** Removes a leftover conflict marker. */
  removeMarker(context: RuleContext, span: Span): Fix[];
}
type EditFunctions = typeof edits;

/** A change that resolves a problem. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The new texts hold snippet placeholders such as `${1:reason}`. */
  readonly snippet?: boolean;
  /** The user may prefer another fix: this one is never applied without being seen. */
  readonly preferred?: false;
  /** After it is applied, suggestions open at the cursor. */
  readonly suggests?: true;
  /** It keeps the meaning in a valid form, without guessing or losing anything: "fix all" applies it. */
  readonly safe?: true;
}

/** A fix, or none where its edits could not be planned. */
export function fixOf(title: string, plan: EditPlan, kind: Omit<Fix, 'title' | 'edits'> = {}): Fix[] {
  return 'edits' in plan ? [{ title, edits: plan.edits, ...kind }] : [];
}

/** What can be wrong with a piece of evidence. */
export type EvidenceTrouble = 'missing' | 'no-heading' | 'changed' | 'expired' | 'future';

/**
 * Whether a rule's findings are few enough to be reported each at its own place. More would underline nearly every line
 * and hide other problems, so one finding then stands for all.
 */
export function areFew(count: number): boolean {
  return count <= 3;
}

/** One of the services that a finding stands for, at its own place, with its fixes. */
export interface FindingPart extends Pick<Finding, 'span' | 'fixes'> {
  /** `1.2 Finder community`. */
  readonly name: string;
}

/**
 * Something a rule found. `severity` overrides the rule's default; `fixes` are computed on request, from the edits
 * passed in.
 */
export interface Finding {
  readonly span: Span;
  readonly message: string;
  readonly severity?: Severity;
  /** Neither a YAML parser nor the JSON Schema reports this one, although they report others of the rule. */
  readonly beyondSchema?: boolean;
  readonly fixes?: (edits: Edits) => Fix[];
  /** It is about evidence, at its link or one of its dates. */
  readonly evidence?: EvidenceTrouble;
  /** The parts it stands for. */
  readonly parts?: readonly FindingPart[];
}

export interface Rule {
  readonly id: RuleId;
  readonly severity: Severity;
  /** "fix all" applies some of its fixes (`Fix.safe`). */
  readonly fixes?: 'safe';
  /** A YAML server reports the same with our JSON Schema, except findings marked `beyondSchema`. */
  readonly seenBySchema?: boolean;
  /** About the text itself: the rule also runs on files that cannot be scored. */
  readonly readsText?: boolean;
  /** About how something is written: the rule also runs on individual scorings, which are not assessments. */
  readonly ofText?: boolean;
  /** Whether the caller requires the rule: a file cannot turn it off or lower its severity then. */
  isRequired?(context: RuleContext): boolean;
  /** About deleted assessments: the rule runs on these only, and no other rule does. */
  readonly ofDeleted?: boolean;
  check(input: RuleInput): readonly Finding[];
}

/** A finding with its rule's id and the severity in force. */
export interface Problem extends Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
}

/** A service of the sheet with its score and, where present, its entry in the file. */
export interface CheckedService {
  readonly service: Service;
  readonly scored: ScoredService;
  readonly entry?: ServiceEntry;
}

/** A context with what several rules ask of it, computed once. */
export interface RuleInput extends RuleContext {
  /** The services in sheet order. */
  readonly services: readonly CheckedService[];
  /** The changes since the baseline; `undefined` without one, or when it cannot be scored. */
  readonly changes?: Comparison;
}

/** The input of the rules. Not cached by context: weak maps that grow at every keystroke keep the collector busy. */
export function inputOf(context: RuleContext): RuleInput {
  const { baseline, scored } = context;
  const comparable = baseline && isScorable(baseline.assessment);
  const changes = comparable ? compareScored(baseline.scored, scored) : undefined;
  return { ...context, services: join(context), changes };
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
