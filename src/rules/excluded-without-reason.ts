import { afterColon } from '../assessment/text-edit';
import type { ServiceEntry } from '../assessment/assessment';
import type { Fix, Rule } from './rule';
import type { Translate } from '../messages/messages';

/** An exclusion is a decision: the file says why it was taken. */
export const excludedWithoutReason: Rule = {
  id: 'excluded-without-reason',
  severity: 'warning',
  check: ({ assessment, t }) =>
    [...assessment.services.values()]
      .filter(({ excluded }) => excluded?.value === '')
      .map((entry) => ({
        span: entry.excluded?.span ?? entry.key,
        message: t('rule.excluded-without-reason', { id: entry.id }),
        fixes: () => addReason(assessment.text, entry, t),
      })),
};

function addReason(text: string, { value }: ServiceEntry, t: Translate): Fix[] {
  const entry = value.kind === 'map' ? value.entries.find(({ key }) => key === 'excluded') : undefined;
  const colon = entry && afterColon(text, entry.keySpan.end);
  if (!entry || colon === undefined || entry.value.aliased) return [];
  const span = { start: colon, end: Math.max(colon, entry.value.span.end) };
  return [{ title: t('fix.add-reason'), edits: [{ span, newText: ` \${1:${t('fix.reason-placeholder')}}` }], snippet: true }];
}
