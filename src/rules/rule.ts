/** What a rule is, and what it is given. */
import type { Assessment } from '../assessment/assessment';
import type { TextEdit } from '../assessment/edit';
import type { RuleId, SeveritySetting } from '../assessment/model';
import type { Span } from '../assessment/tree';
import type { Translate } from '../messages/messages';
import type { Scored, ScoredService } from '../scoring/score';
import type { Service, Sheet } from '../sheet/sheet';

export type Severity = Exclude<SeveritySetting, 'off'>;

/** What is known of a cited document: whether it exists, and the anchors of its headings where it is Markdown. */
export interface CitedDocument {
  readonly exists: boolean;
  readonly headings?: ReadonlySet<string>;
}

/** Everything a rule may look at; the clock and the files come from outside. */
export interface RuleContext {
  readonly sheet: Sheet;
  readonly assessment: Assessment;
  readonly scored: Scored;
  /** The day it is, `YYYY-MM-DD`. */
  readonly today: string;
  readonly t: Translate;
  /** Cited documents by the path as cited (without `#heading`); a path that is missing here was not looked up. */
  readonly documents?: ReadonlyMap<string, CitedDocument>;
}

/** A change that mends a problem. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The new texts hold snippet placeholders such as `${1:reason}`. */
  readonly snippet?: boolean;
}

/** Something a rule found. `severity` overrides the rule's default, `fixes` are worked out when asked for. */
export interface Finding {
  readonly span: Span;
  readonly message: string;
  readonly severity?: Severity;
  readonly fixes?: () => Fix[];
}

export interface Rule {
  readonly id: RuleId;
  readonly severity: Severity;
  /** The rule is about the text itself: it runs on files that can not be judged, too. */
  readonly readsText?: boolean;
  check(context: RuleContext): Finding[];
}

/** A finding with its rule's name and the severity that is in force. */
export interface Problem extends Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
}

/** The services the sheet has, with their scores and, where it exists, their entry in the file. */
export function services({ sheet, scored, assessment }: RuleContext) {
  return sheet.areas.flatMap((area, index) =>
    area.services.map((service: Service, position: number) => ({
      service,
      scored: scored.areas[index]?.services[position] as ScoredService,
      entry: assessment.services.get(service.id),
    })),
  );
}
