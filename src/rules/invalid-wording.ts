import type { Rule } from './rule';

/**
 * The wording file that an assessment or the settings name, or that lies beside it, cannot be used or has errors of
 * its own.
 */
export const invalidWording: Rule = {
  id: 'invalid-wording',
  severity: 'warning',
  check: ({ assessment: { wording, tree }, wordingTrouble, t }) => {
    const first = tree?.kind === 'map' ? tree.entries[0]?.keySpan : undefined;
    const span = wording?.span ?? first;
    return wordingTrouble && span
      ? [{ span, message: t(wordingTrouble.key, wordingTrouble.parameters), beyondSchema: true }]
      : [];
  },
};
