/**
 * What makes a problem the same one in the next version of a file: its rule and its place among the keys, not its line.
 */
import type { Assessment } from '../../assessment/assessment';
import { placeAt } from '../../assessment/cursor';
import type { Span } from '../../assessment/yaml/tree';

/**
 * A fingerprint for each finding of one file, in the form code hosts use for lines: a hash, and which of several alike
 * it is. It stays when lines move, a score changes or a list item is put in front; the file's path is for the consumer
 * to add.
 */
export function fingerprints(
  assessment: Assessment,
  findings: readonly { readonly rule: string; readonly span: Span }[],
): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ rule, span }) => {
    const hash = hashOf(`${rule} ${identityAt(assessment, span)}`);
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    return `${hash}:${count}`;
  });
}

/** The keys that lead to a place; in a list, where positions change, also what stands there. */
function identityAt(assessment: Assessment, { start, end }: Span): string {
  const path = placeAt(assessment, start)?.path ?? [];
  const keys = path.filter((step) => typeof step === 'string');
  return JSON.stringify(keys.length < path.length ? [...keys, assessment.text.slice(start, end)] : keys);
}

/** FNV-1a over UTF-16 units, 64 bits in hexadecimal: short, and the same on every machine. */
function hashOf(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index++)
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}
