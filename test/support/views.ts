/** Assessments to draw: a file's `services` and what it scores to, in the sheet's own wording. */
import { parseAssessment } from '../../src/assessment/parse';
import { translator } from '../../src/messages/catalogues';
import type { Language } from '../../src/messages/messages';
import { scoreAssessment } from '../../src/scoring/score';
import type { AssessmentView, ServiceDetails } from '../../src/views/model';
import type { Callbacks } from '../../src/views/props';
import { sheets } from './problems';
import { yaml } from './yaml';

export { sheets };

/** The view of a file, given its lines below `services:` (or before it, in `head`). */
export function viewOf(
  services: readonly string[],
  { head = '', details = {} }: { head?: string; details?: Record<string, ServiceDetails> } = {},
): AssessmentView {
  const text = yaml`
    sheet: psirt-maturity@1.0
    ${head}
    services:
    ${services.map((line) => `  ${line}\n`).join('')}`;
  const { subject, assessed, assessors, ...assessment } = parseAssessment(text);
  const scored = scoreAssessment(sheets.en, { assessors, ...assessment });
  return { subject: subject?.value, assessed: assessed?.value, assessors, scored, details };
}

/** What the views of one language share. */
export function shared(view: AssessmentView, language: Language = 'en') {
  return { sheet: sheets[language], view, t: translator(language) };
}

/** Callbacks that do nothing: the view is live. */
export const live: Callbacks = {
  score() {},
  accept() {},
  select() {},
  exclude() {},
  include() {},
  reveal() {},
  follow() {},
  evidence() {},
  renew() {},
  cite() {},
  plan() {},
  finish() {},
  choosePlan() {},
  resolve() {},
  compare() {},
  read() {},
  area() {},
  fold() {},
  open() {},
  record() {},
  propose() {},
  heading() {},
  tab() {},
  filter() {},
  search() {},
  trend() {},
  refresh() {},
  toggle() {},
  step() {},
};

/** The HTML of one service's row. */
export function rowOf(html: string, service: string): string {
  return html.split(/<(?:div role="row"|tr) /).find((row) => row.includes(`data-service="${service}"`)) ?? '';
}

/** The start tag of one level's cell in a row. */
export function cellOf(html: string, service: string, level: number): string {
  return rowOf(html, service).match(new RegExp(`<(?:div|td) [^>]*data-level="${level}"[^>]*>`))?.[0] ?? '';
}

/** The classes of a start tag. */
export function classesOf(tag: string): string[] {
  return tag.match(/class="([^"]*)"/)?.[1]?.split(' ') ?? [];
}
