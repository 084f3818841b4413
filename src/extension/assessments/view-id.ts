/** The id of the view "Assessments", as in the manifest. */
export const viewId = 'psirtMaturity.assessments';
