/** What a criterion can be answered with. Of a `lack`, `met` says that it applies. */
export const criterionStates = ['met', 'partly', 'unmet', 'not-applicable'] as const;
export type CriterionState = (typeof criterionStates)[number];
