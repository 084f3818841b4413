import { addEvidence } from '../assessment/evidence-edit';
import { entryOf } from '../assessment/tree';
import { services, type Rule } from './rule';

/** From level 3 on the sheet asks for something written: a score that high without a document is only a claim. */
export const missingEvidence: Rule = {
  id: 'missing-evidence',
  severity: 'info',
  check: (context) =>
    services(context).flatMap(({ service, scored, entry }) => {
      if (!entry?.score || scored.score === null || scored.score < 3 || entry.evidence.length > 0) return [];
      const { t, assessment } = context;
      // Evidence that can not be read is reported as such, not as missing.
      const listed = entryOf(entry.value, 'evidence')?.value;
      const isEmpty = !listed || (listed.kind === 'scalar' ? listed.value === null : listed.kind === 'list' && listed.items.length === 0);
      if (!isEmpty) return [];
      const fixes = () => {
        const edits = addEvidence(assessment, service.id, t('fix.evidence-placeholder'));
        return edits ? [{ title: t('fix.add-evidence', { id: service.id }), edits, snippet: true }] : [];
      };
      return [{ span: entry.score.span, message: t('rule.missing-evidence', { id: service.id, score: entry.score.value }), fixes }];
    }),
};
