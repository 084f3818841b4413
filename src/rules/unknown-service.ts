import { serviceIds } from '../sheet/sheet';
import type { Rule } from './rule';

/** An id the sheet does not have. */
export const unknownService: Rule = {
  id: 'unknown-service',
  severity: 'error',
  ofText: true,
  fixes: 'safe',
  seenBySchema: true,
  check: ({ assessment, t }) =>
    [...assessment.services.values()]
      .filter(({ id }) => !serviceIds.includes(id))
      .map(({ id, key }) => {
        const meant = likelyId(id);
        const free = meant !== undefined && !assessment.services.has(meant);
        return {
          span: key,
          message: meant
            ? t('rule.unknown-service.suggest', { id, suggestion: meant })
            : t('rule.unknown-service', { id }),
          fixes: free
            ? () => [
                {
                  title: t('fix.rename', { name: `"${meant}"` }),
                  edits: [{ span: key, newText: `"${meant}"` }],
                  safe: true as const,
                },
              ]
            : undefined,
        };
      }),
};

/** The intended id, written with full-width digits, another separator or stray spaces (`１．２`, `1,2`, `1-2`, ` 1.2`). */
function likelyId(id: string): string | undefined {
  const plain = id
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[,\-_/、。・]/g, '.')
    .replace(/(^|\.)0+(?=\d)/g, '$1');
  return plain !== id && serviceIds.includes(plain) ? plain : undefined;
}
