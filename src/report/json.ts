/** The report as JSON: what `check --format json` prints. */
import { printableJson } from './printable';
import type { ReportInput } from './report';
import { resultOf } from './result';

/** The JSON that `schemas/result.schema.json` describes, ended by `\n`. */
export function jsonReport({ checked, sheet }: ReportInput): string {
  return printableJson(resultOf(checked, sheet));
}
