/** Marked texts and the problems of a text, for the tests of rules and fixes. */
import type { OverlayTrouble } from '../../src/overlay/find-overlay';
import { parseAssessment } from '../../src/assessment/parse';
import { applyEdits } from '../../src/assessment/yaml/text-edit';
import type { Span } from '../../src/assessment/yaml/tree';
import { translator } from '../../src/messages/catalogues';
import type { Language } from '../../src/messages/messages';
import { checkAssessment, type SeverityOverrides } from '../../src/rules/check';
import type { CitedDocument } from '../../src/assessment/evidence/cited-document';
import type { Deletion, Fix, Problem } from '../../src/rules/rule';
import { scoreAssessment } from '../../src/scoring/score';
import criteria from '../../src/sheet/criteria.json';
import { composeSheet, serviceIds, type CriteriaStructure, type Sheet } from '../../src/sheet/sheet';
import functions from '../../src/sheet/functions.json';
import enTerms from '../../src/sheet/terms.en.json';
import jaTerms from '../../src/sheet/terms.ja.json';
import en from '../../src/sheet/wording.en.json';
import ja from '../../src/sheet/wording.ja.json';
import { yaml } from './yaml';

export const sheets: Record<Language, Sheet> = {
  en: composeSheet(en, { terms: enTerms, functions }, criteria as CriteriaStructure),
  ja: composeSheet(ja, { terms: jaTerms, functions }, criteria as CriteriaStructure),
};

/** The day it is in all tests that do not say otherwise. */
export const today = '2026-11-23';

/** The services the sheet puts in scope. */
export const inScope = serviceIds.filter((id) => id !== '6.3');

export interface Surroundings {
  readonly language?: Language;
  readonly today?: string;
  readonly latestDay?: string;
  readonly documents?: ReadonlyMap<string, CitedDocument>;
  readonly overlayTrouble?: OverlayTrouble;
  readonly overrides?: SeverityOverrides;
  readonly deletion?: Deletion;
  /** The text of another version of the file, called `main`. */
  readonly baseline?: string;
}

/** All problems of a text. */
export function problemsOf(
  text: string,
  { language = 'en', overrides, baseline, ...rest }: Surroundings = {},
): Problem[] {
  const sheet = sheets[language];
  const since = baseline === undefined ? undefined : { name: 'main', ...read(baseline, sheet) };
  const context = { sheet, ...read(text, sheet), t: translator(language), today, baseline: since, ...rest };
  return checkAssessment(context, overrides);
}

function read(text: string, sheet: Sheet) {
  const assessment = parseAssessment(text);
  return { assessment, scored: scoreAssessment(sheet, assessment) };
}

/** Names of the rules that find something, each as often as it does. */
export function rulesOf(text: string, surroundings?: Surroundings): string[] {
  return problemsOf(text, surroundings).map(({ rule }) => rule);
}

/** A text with `⟦…⟧` around the parts to be found, taken out of it. */
export function marked(source: string): { text: string; spans: Span[] } {
  const spans: Span[] = [];
  let text = '';
  let start = 0;
  for (const part of source.split(/([⟦⟧])/)) {
    if (part === '⟦') start = text.length;
    else if (part === '⟧') spans.push({ start, end: text.length });
    else text += part;
  }
  return { text, spans };
}

/** The text with a fix applied, its placeholders taken as they are. */
export function fixed(text: string, { edits, snippet }: Fix): string {
  const plain = snippet ? edits.map(({ span, newText }) => ({ span, newText: filledIn(newText) })) : edits;
  return applyEdits(text, plain);
}

/** A snippet's text with what it proposes; where it proposes nothing, `docs/document.md` is typed. */
export function filledIn(snippet: string): string {
  return snippet.replace(/\$\{\d+(?::([^}]*))?\}/g, (_whole, proposed = 'docs/document.md') => proposed);
}

/**
 * An assessment of everything but the services given, at the first level from 3 on that is described, with evidence:
 * nothing in it calls for a word.
 */
export function complete(own: Record<string, string> = {}, top = ''): string {
  const lines = inScope.map((id) =>
    id in own ? own[id] : `  "${id}": { score: ${id.endsWith('.4') ? 4 : 3}, evidence: [e] }\n`,
  );
  return yaml`
    sheet: psirt-maturity@1.0
    ${top}services:
    ${lines.join('')}`;
}
