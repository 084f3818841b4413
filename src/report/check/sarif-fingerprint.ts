/** Identifies a problem across versions of a file by its rule and its path of keys, not by its line. */
import type { Assessment } from '../../assessment/assessment';
import { placeAt } from '../../assessment/cursor';
import type { Span } from '../../assessment/yaml/tree';

/**
 * A fingerprint for each finding of a file, in the form code hosts use for lines: a hash, and a number for equal ones.
 * It stays the same when lines move, a score changes or a list item is inserted before; consumers add the file's path.
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

/** The path of keys to a place; in a list, where positions change, also the item's text. */
function identityAt(assessment: Assessment, { start, end }: Span): string {
  const path = placeAt(assessment, start)?.path ?? [];
  const keys = path.filter((step) => typeof step === 'string');
  return JSON.stringify(keys.length < path.length ? [...keys, assessment.text.slice(start, end)] : keys);
}

/** FNV-1a over UTF-16 units, 64 bits in hexadecimal: short and deterministic. */
function hashOf(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index++)
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}
