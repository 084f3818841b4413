import { afterColon } from '../assessment/yaml/text-edit';
import type { ServiceEntry } from '../assessment/assessment';
import { type Edits, type Fix, type Rule } from './rule';
import type { Translate } from '../messages/messages';

/** An exclusion is a decision, so the file should give the reason. */
export const excludedWithoutReason: Rule = {
  id: 'excluded-without-reason',
  severity: 'warning',
  check: (context) =>
    context.services.flatMap(({ entry }) => {
      if (entry?.excluded?.value !== '') return [];
      const { assessment, t } = context;
      const message = t('rule.excluded-without-reason', { id: entry.id });
      return [{ span: entry.excluded.span, message, fixes: (edits) => addReason(assessment.text, entry, t, edits) }];
    }),
};

function addReason(text: string, { value }: ServiceEntry, t: Translate, { reasonPlaceholder }: Edits): Fix[] {
  const entry = value.kind === 'map' ? value.entries.find(({ key }) => key === 'excluded') : undefined;
  const colon = entry && afterColon(text, entry.keySpan.end);
  if (!entry || colon === undefined || entry.value.aliased) return [];
  const { value: given } = entry;
  const span = { start: colon, end: given.span.end > given.span.start ? given.span.end : colon };
  return [
    {
      title: t('fix.add-reason'),
      edits: [{ span, newText: ` ${reasonPlaceholder(t('fix.reason-placeholder'))}` }],
      snippet: true,
    },
  ];
}
