/** YAML in the dialect of CISO Assistant's libraries. */
import { stringify } from 'yaml';
import { withoutLogCommands } from '../../messages/log-commands';
import { printableLines } from '../../messages/printable';
import type { Printable } from '../../messages/safe-text';

/**
 * A library as YAML 1.1, which CISO Assistant's parser expects: words such as `on` and days are quoted. Ends with a
 * line break.
 */
export function libraryYaml(library: object): Printable {
  const yaml = stringify(withText(library), { version: '1.1', lineWidth: 0 });
  return printableLines(yaml);
}

/** The same value without commands to build servers in its texts. */
function withText(value: unknown): unknown {
  if (typeof value === 'string') return withoutLogCommands(value);
  if (Array.isArray(value)) return value.map(withText);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withText(inner)]));
}
