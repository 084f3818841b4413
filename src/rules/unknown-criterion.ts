import { criteriaOf } from '../sheet/criteria';
import type { Service } from '../sheet/sheet';
import { type Finding, type Rule } from './rule';

/** A criterion the sheet does not have for the service. */
export const unknownCriterion: Rule = {
  id: 'unknown-criterion',
  severity: 'error',
  ofText: true,
  fixes: 'safe',
  seenBySchema: true,
  check: (context) =>
    context.services.flatMap(({ service, entry }) => {
      if (!entry?.criteria.size) return [];
      const ids = criteriaOf(service).map(({ id }) => id);
      const answers = [...entry.criteria.values()].filter(({ id }) => !ids.includes(id));
      return answers.map(({ id, key }): Finding => {
        const meant = likelyId(id, ids);
        const free = meant !== undefined && !entry.criteria.has(meant.id);
        const parameters = { id, service: service.id };
        return {
          span: key,
          message: meant
            ? context.t('rule.unknown-criterion.suggest', { ...parameters, suggestion: meant.id })
            : context.t(expected(service, ids), { ...parameters, last: ids.at(-1) ?? '' }),
          fixes: free
            ? () => [
                {
                  title: context.t('fix.rename', { name: meant.id }),
                  edits: [{ span: key, newText: meant.id }],
                  ...(meant.sure && { safe: true as const }),
                },
              ]
            : undefined,
        };
      });
    }),
};

function expected({ outOfScope }: Service, ids: readonly string[]) {
  return outOfScope || ids.length === 0 ? 'rule.unknown-criterion.none' : 'rule.unknown-criterion';
}

/** The intended id, in another form (`2A`, `2.a`, `２ａ`, `a2`), or else the nearest one of the same level. */
function likelyId(id: string, ids: readonly string[]): { readonly id: string; readonly sure: boolean } | undefined {
  const plain = id
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .replace(/^([a-z])(\d)$/, '$2$1');
  if (ids.includes(plain)) return { id: plain, sure: true };
  const [level, letter = ''] = plain;
  const distanceOf = (known: string) => Math.abs(known.charCodeAt(1) - letter.charCodeAt(0));
  const ofLevel = /[a-z]/.test(letter) ? ids.filter((known) => known.charAt(0) === level) : [];
  const [near] = ofLevel.sort((a, b) => distanceOf(a) - distanceOf(b));
  return near === undefined ? undefined : { id: near, sure: false };
}
