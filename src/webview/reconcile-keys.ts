/** The keys of the "Reconcile" page. */

export type ReconcileCommand =
  | { readonly kind: 'up' | 'down' | 'first' | 'last' | 'take' | 'undo' | 'redo' }
  | { readonly kind: 'score'; readonly score: number };

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** The command of a key; `undefined` for other keys. Full-width digits count, too. */
export function reconcileCommandOf({ key, ctrlKey, metaKey, shiftKey }: Key): ReconcileCommand | undefined {
  const plain = key.normalize('NFKC').toLowerCase();
  if (ctrlKey || metaKey) {
    if (plain === 'z') return { kind: shiftKey ? 'redo' : 'undo' };
    return plain === 'y' ? { kind: 'redo' } : undefined;
  }
  if (/^[0-5]$/.test(plain)) return { kind: 'score', score: Number(plain) };
  return plainKeys.get(plain);
}

const plainKeys: ReadonlyMap<string, ReconcileCommand> = new Map([
  ['arrowup', { kind: 'up' }],
  ['arrowdown', { kind: 'down' }],
  ['home', { kind: 'first' }],
  ['end', { kind: 'last' }],
  ['a', { kind: 'take' }],
]);
