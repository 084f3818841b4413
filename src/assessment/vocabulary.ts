/**
 * The vocabulary of a `.psirt.yaml` file: the words that stand for something in it, and the forms of its values. The
 * model is made of it.
 */
import { criterionStates, type CriterionState } from './criterion-states';

export { ruleIds, type RuleId } from './rule-ids';

export const severities = ['error', 'warning', 'info', 'off'] as const;
export type SeveritySetting = (typeof severities)[number];

// In a separate file, since the panel needs the states alone.
export { criterionStates, type CriterionState };

/** Ids of the built-in crosswalk sources, in display order: regulations first. */
export const sourceIds = [
  'cra',
  'ssdf',
  'iec-62443-4-1',
  'iso-30111',
  'iso-29147',
  'first-1.1',
  'first-maturity',
  'jp',
] as const;

/** Whether a path has the name of an organisation's crosswalk file. */
export function isCrosswalkPath(path: string): boolean {
  return /\.psirt-crosswalk\.ya?ml$/i.test(path);
}

/** Whether a text is an existing calendar day in the form `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(text)) return false;
  // Only days after the 28th depend on the month.
  if (text.slice(-2) <= '28') return true;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** The form of the digest of a file, and of that of an assessment's state. */
export const fileDigestForm = /^[0-9a-fA-F]{64}$/;
export const digestForm = /^sha256-[0-9a-f]{64}$/;

/** Whether a text is the digest of a file: 64 hexadecimal digits. */
export function isFileDigest(text: string): boolean {
  return fileDigestForm.test(text);
}

/** Whether a text is the digest of an assessment's state: `sha256-` and 64 hexadecimal digits. */
export function isDigest(text: string): boolean {
  return digestForm.test(text);
}
