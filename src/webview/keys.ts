/** The keys of the panel, as commands. */
import { levelCalled } from '../sheet/scale';

export type Move =
  | 'left'
  | 'right'
  | 'up'
  | 'down'
  | 'row-start'
  | 'row-end'
  | 'area-up'
  | 'area-down'
  | 'first'
  | 'last';

export type Command =
  | { readonly type: 'move'; readonly move: Move }
  | { readonly type: 'score'; readonly score: number | null }
  | { readonly type: 'choose' | 'open' | 'reveal' | 'exclude' | 'accept' | 'search' | 'undo' | 'redo' | 'leave' };

/** The relevant part of a `KeyboardEvent`. */
export type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const moves: Readonly<Record<string, Move>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'row-start',
  End: 'row-end',
  PageUp: 'area-up',
  PageDown: 'area-down',
};

const chords: Readonly<Record<string, Command>> = {
  z: { type: 'undo' },
  Z: { type: 'redo' },
  y: { type: 'redo' },
  Enter: { type: 'reveal' },
  Home: { type: 'move', move: 'first' },
  End: { type: 'move', move: 'last' },
};

const plain: Readonly<Record<string, Command>> = {
  Enter: { type: 'open' },
  ' ': { type: 'choose' },
  x: { type: 'exclude' },
  X: { type: 'exclude' },
  a: { type: 'accept' },
  A: { type: 'accept' },
  Delete: { type: 'score', score: null },
  Backspace: { type: 'score', score: null },
  '/': { type: 'search' },
  Escape: { type: 'leave' },
};

/** The command of a key; `undefined` for other keys. Full-width characters count as their ASCII forms. */
export function commandOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Key): Command | undefined {
  if (altKey) return undefined;
  const name = key.length === 1 ? key.normalize('NFKC') : key;
  if (ctrlKey || metaKey) return chords[shiftKey && name === 'z' ? 'Z' : name];
  const move = moves[name];
  if (move) return { type: 'move', move };
  const score = levelCalled(name);
  if (score !== undefined) return { type: 'score', score };
  return plain[name];
}
