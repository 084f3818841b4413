import { LineIndex } from '../assessment/yaml/lines';
import { fixOf, type Rule } from './rule';

/** The same service twice, quoted or not; the first counts. */
export const duplicateService: Rule = {
  id: 'duplicate-service',
  severity: 'error',
  ofText: true,
  seenBySchema: true,
  check: ({ assessment, t }) => {
    if (assessment.duplicates.length === 0) return [];
    const lines = new LineIndex(assessment.text);
    return assessment.duplicates.map(({ entry, first }) => ({
      span: entry.key,
      message: t('rule.duplicate-service', { id: entry.id, line: lines.positionAt(first.key.start).line + 1 }),
      // To YAML a number and a text are different keys.
      beyondSchema: entry.quoted !== first.quoted,
      fixes: ({ removeService }) =>
        fixOf(t('fix.remove-duplicate', { id: entry.id }), removeService(assessment, entry)),
    }));
  },
};
