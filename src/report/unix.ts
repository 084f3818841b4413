/** Problems as lines of the form compilers use, which editors (quickfix lists) and review tools read. */
import { LineIndex } from '../assessment/lines';
import { printable } from './printable';
import type { Checked } from './result';

/** `check --format unix`: `path:line:column: message [severity/rule]` for each problem, one-based, each ended by `\n`. */
export function unixLines({ path, assessment, problems }: Checked): string {
  const lines = new LineIndex(assessment.text);
  return problems
    .map(({ rule, severity, message, span }) => {
      const { line, character } = lines.positionAt(span.start);
      return `${printable(path)}:${line + 1}:${character + 1}: ${printable(message)} [${severity}/${rule}]\n`;
    })
    .join('');
}
