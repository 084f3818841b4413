/** Problems in the line format of compilers, which editors (quickfix lists) and review tools read. */
import { LineIndex } from '../../assessment/yaml/lines';
import { printable } from '../../messages/printable';
import { joined, ours, type Printable } from '../../messages/safe-text';
import type { Checked } from './result';

/**
 * The output of `check --format unix`: `path:line:column: message [severity/rule]` for each problem, counted from 1,
 * each ended by `\n`.
 */
export function unixLines({ path, assessment, problems }: Checked): Printable {
  const index = new LineIndex(assessment.text);
  const lines = problems.map(({ rule, severity, message, span }) => {
    const { line, character } = index.positionAt(span.start);
    return ours`${printable(path)}:${line + 1}:${character + 1}: ${printable(message)} [${severity}/${rule}]\n`;
  });
  return joined(lines, '');
}
