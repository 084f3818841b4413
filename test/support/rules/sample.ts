/**
 * What each rule finds, marked `⟦…⟧` in the text in the order of the text, with its message in both languages; and what
 * it leaves alone.
 */
import type { RuleId } from '../../../src/assessment/vocabulary';
import type { Severity } from '../../../src/rules/rule';
import type { Surroundings } from '../problems';

export interface Found {
  readonly severity: Severity;
  readonly en: string;
  readonly ja: string;
}

export interface Sample {
  readonly rule: RuleId;
  readonly when: string;
  readonly text: string;
  readonly found?: readonly Found[];
  readonly surroundings?: Surroundings;
}

export const error = (en: string, ja: string): Found => ({ severity: 'error', en, ja });

export const warning = (en: string, ja: string): Found => ({ severity: 'warning', en, ja });

export const info = (en: string, ja: string): Found => ({ severity: 'info', en, ja });
