/** How much is loaded when the extension and its panel start. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The most that may be, by file of `dist/`, in KB of 1024 bytes. */
export const loadLimits: Readonly<Record<string, number>> = { 'extension.js': 260, 'panel.js': 120 };

/**
 * Bytes that are loaded at once with a file of `dist/`: its own and those of the chunks it requires or imports, but for
 * those that wait for a promise.
 */
export function sizeAtOnce(path: string, seen = new Set<string>()): number {
  if (seen.has(path)) return 0;
  seen.add(path);
  const code = readFileSync(path, 'utf8');
  const names = code.matchAll(/(?<![(>])\brequire\("(\.[^"]+)"\)|\b(?:import|from)\s*"(\.[^"]+)"/g);
  const chunks = [...names].map(([, required, imported = '']) => join(dirname(path), required ?? imported));
  return chunks.reduce((sum, chunk) => sum + sizeAtOnce(chunk, seen), Buffer.byteLength(code));
}
