/** The id of the view "Assessments", in the manifest as well. */
export const viewId = 'psirtMaturity.assessments';
