/** Parses and scores each open text once per version, for all features of every editor. */
import type { Assessment } from '../assessment/assessment';
import { parseAssessment } from '../assessment/parse';
import { conflictsOf, withSides } from '../assessment/yaml/conflict-markers';
import { YamlReader } from '../assessment/yaml/incremental-reader';
import { hasConflicts, isScorable } from '../assessment/scorable';
import { checkAssessment, type SeverityOverrides } from '../rules/check';
import type { Problem, RuleContext } from '../rules/rule';
import { scoreAssessment, type Scored } from '../scoring/score';
import type { Sheet } from '../sheet/sheet';

/** A document of an editor: one object for all of its versions. */
export interface OpenText {
  readonly version: number;
  getText(): string;
}

export interface Analysis {
  readonly version: number;
  readonly assessment: Assessment;
  readonly scored: Scored;
}

/** What the rules use besides the assessment itself. */
export interface Surroundings extends Omit<RuleContext, 'assessment' | 'scored'> {
  readonly overrides: SeverityOverrides;
}

/** The last version of a text that could be scored. */
export interface LastGood {
  readonly analysis: Analysis;
  /** It is an earlier version: the present one cannot be scored, for instance while it is being typed. */
  readonly stale: boolean;
}

interface Scoring {
  readonly sheet: Sheet;
  readonly analysis: Analysis;
}

interface Judged {
  readonly surroundings: Surroundings;
  readonly problems: readonly Problem[];
}

export class TextAnalyses {
  private readonly known = new WeakMap<OpenText, Scoring>();
  /** Kept as long as the document is open. */
  private readonly good = new WeakMap<OpenText, Scoring>();
  private readonly judged = new WeakMap<Analysis, Judged>();
  private readonly readers = new WeakMap<OpenText, YamlReader>();

  /** The analysis of a text's present version, scored with a sheet. */
  of(text: OpenText, sheet: Sheet): Analysis {
    const known = this.known.get(text);
    if (known?.analysis.version === text.version && known.sheet === sheet) return known.analysis;
    const assessment = parseAssessment(text.getText(), (content) => this.readerOf(text).read(content));
    const analysis = { version: text.version, assessment, scored: scoreAssessment(sheet, assessment) };
    this.known.set(text, { sheet, analysis });
    const good = isScorable(assessment) ? analysis : oursOf(analysis, sheet);
    if (good) this.good.set(text, { sheet, analysis: good });
    return analysis;
  }

  /**
   * The last version of a text that could be scored; `undefined` when none could be since the document was opened. For
   * a text with merge conflicts it is our side.
   */
  lastGood(text: OpenText, sheet: Sheet): LastGood | undefined {
    const present = this.of(text, sheet);
    if (isScorable(present.assessment)) return { analysis: present, stale: false };
    const found = this.good.get(text);
    if (!found) return undefined;
    const { analysis } = found;
    const scored =
      found.sheet === sheet ? analysis : { ...analysis, scored: scoreAssessment(sheet, analysis.assessment) };
    this.good.set(text, { sheet, analysis: scored });
    return { analysis: scored, stale: true };
  }

  /** The problems of an analysis, cached as long as its surroundings are equal. */
  problems(analysis: Analysis, surroundings: Surroundings): readonly Problem[] {
    const known = this.judged.get(analysis);
    if (known && isSame(known.surroundings, surroundings)) return known.problems;
    const problems = checkAssessment({ ...analysis, ...surroundings }, surroundings.overrides);
    this.judged.set(analysis, { surroundings, problems });
    return problems;
  }

  private readerOf(text: OpenText): YamlReader {
    const reader = this.readers.get(text) ?? new YamlReader();
    this.readers.set(text, reader);
    return reader;
  }
}

/** Our side of a text with merge conflicts. */
function oursOf({ version, assessment: conflicted }: Analysis, sheet: Sheet): Analysis | undefined {
  if (!hasConflicts(conflicted)) return undefined;
  const { text } = conflicted;
  const assessment = parseAssessment(withSides(text, conflictsOf(text), () => 'ours'));
  return isScorable(assessment) ? { version, assessment, scored: scoreAssessment(sheet, assessment) } : undefined;
}

function isSame(a: Surroundings, b: Surroundings): boolean {
  const isEqual = (key: keyof Surroundings) =>
    key === 'overrides' ? JSON.stringify(a[key]) === JSON.stringify(b[key]) : a[key] === b[key];
  return (Object.keys(a) as (keyof Surroundings)[]).every(isEqual);
}
