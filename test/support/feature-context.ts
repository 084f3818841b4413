/** What the tests of lenses, hints, outline, folding and selection share: the context of a text. */
import { parseAssessment } from '../../src/assessment/parse';
import type { Span } from '../../src/assessment/yaml/tree';
import type { HoverContext } from '../../src/language/hover';
import { translator } from '../../src/messages/catalogues';
import type { Language } from '../../src/messages/messages';
import { scoreAssessment } from '../../src/scoring/score';
import { sheets } from './problems';

/** All that a feature is given of a text. */
export function contextOf(text: string, language: Language = 'en'): HoverContext {
  const assessment = parseAssessment(text);
  const sheet = sheets[language];
  return { sheet, assessment, scored: scoreAssessment(sheet, assessment), t: translator(language) };
}

/** The text of a span. */
export function sliceOf({ assessment: { text } }: HoverContext, { start, end }: Span): string {
  return text.slice(start, end);
}

export const head = 'sheet: psirt-maturity@1.0\n';
