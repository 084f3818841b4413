/** The report as JSON: what `check --format json` prints. */
import { printableJson } from '../../messages/printable';
import type { Printable } from '../../messages/safe-text';
import type { ReportInput } from '../report';
import { resultOf } from './result';

/** The JSON described by `schemas/result.schema.json`, ending with `\n`. */
export function jsonReport({ checked, sheet }: ReportInput): Printable {
  return printableJson(resultOf(checked, sheet));
}
