/** The kinds of our actions, as VS Code names them: a kind includes those that go on behind a dot. */
export const actionKinds = {
  quickFix: 'quickfix',
  fixAll: 'source.fixAll.psirt',
  rewrite: 'refactor.rewrite.psirt',
  move: 'refactor.move.psirt',
} as const;
