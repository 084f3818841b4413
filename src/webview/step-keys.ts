/** The keys of guided scoring in the panel. */
import { levelCalled } from '../sheet/scale';
import type { Key } from './keys';

export type StepCommand =
  | { readonly type: 'score'; readonly score: number | null }
  | { readonly type: 'accept' }
  | { readonly type: 'exclude' | 'previous' | 'next' | 'leave' | 'up' | 'down' };

const named: Readonly<Record<string, StepCommand>> = {
  ArrowLeft: { type: 'previous' },
  ArrowRight: { type: 'next' },
  ArrowUp: { type: 'up' },
  ArrowDown: { type: 'down' },
  Escape: { type: 'leave' },
  x: { type: 'exclude' },
  a: { type: 'accept' },
  Backspace: { type: 'score', score: null },
  Delete: { type: 'score', score: null },
};

/** The command of a key; `undefined` for other keys. Full-width characters count as their ASCII forms. */
export function stepCommandOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Key): StepCommand | undefined {
  if (ctrlKey || metaKey || altKey || (shiftKey && key.length > 1)) return undefined;
  const name = key.length === 1 ? key.normalize('NFKC').toLowerCase() : key;
  const score = levelCalled(name);
  return score === undefined ? named[name] : { type: 'score', score };
}
