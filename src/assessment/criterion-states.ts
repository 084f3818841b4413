/** The answers to a criterion. For a `lack`, `met` means that it applies. */
export const criterionStates = ['met', 'partly', 'unmet', 'not-applicable'] as const;
export type CriterionState = (typeof criterionStates)[number];
