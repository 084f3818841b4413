import type { Rule } from './rule';

/** The overlay file that the assessment or the settings name, or that lies beside it, cannot be used or has errors. */
export const invalidWording: Rule = {
  id: 'invalid-wording',
  severity: 'warning',
  check: ({ assessment: { wording, tree }, overlayTrouble, t }) => {
    const first = tree?.kind === 'map' ? tree.entries[0]?.keySpan : undefined;
    const span = wording?.span ?? first;
    return overlayTrouble && span
      ? [{ span, message: t(overlayTrouble.key, overlayTrouble.parameters), beyondSchema: true }]
      : [];
  },
};
