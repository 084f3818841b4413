/** The kinds of our actions, as VS Code names them: a kind includes its dotted subkinds. */
export const actionKinds = {
  quickFix: 'quickfix',
  fixAll: 'source.fixAll.psirt',
  rewrite: 'refactor.rewrite.psirt',
  move: 'refactor.move.psirt',
} as const;
