import { allEvidence } from '../assessment/assessment';
import { fixOf, type Edits, type Finding, type Rule } from './rule';

/** A day of something past, such as the assessment itself, that lies in the future everywhere on earth. */
export const futureDate: Rule = {
  id: 'future-date',
  severity: 'warning',
  check: ({ assessment, today, latestDay = today, t }) => {
    const collected = [...assessment.services.values()].flatMap((entry) =>
      allEvidence(entry).map((item) => item.collected),
    );
    return [assessment.assessed, ...collected].flatMap((date): Finding[] => {
      if (!date || date.value <= latestDay) return [];
      const fixes = ({ replaceScalar }: Edits) =>
        fixOf(t('fix.today', { date: today }), replaceScalar(assessment, date.span, today));
      const evidence = date === assessment.assessed ? undefined : 'future';
      return [{ span: date.span, message: t('rule.future-date', { date: date.value, today }), evidence, fixes }];
    });
  },
};
