/**
 * An interview form as Markdown: objective, levels and criteria of each service, with room for a score and a note.
 * `import` reads it back.
 */
import { plainText } from '../../messages/markdown';
import type { Translate } from '../../messages/messages';
import { joined, ours, type Markdown } from '../../messages/safe-text';
import { criterionName, criterionText } from '../../sheet/criteria';
import { nameOf, type Level, type Service } from '../../sheet/sheet';
import type { ReportInput } from '../report';
import { titlesOf } from '../document/report-words';
import { questionsOf } from './questions';

/** The form for each assessment, or for the services of one responder. Existing answers are not shown. */
export function interviewMarkdown(input: ReportInput): Markdown {
  const { checked, t } = input;
  const titles = titlesOf(checked, t);
  const blocks = checked.flatMap((one, index) => [
    ours`# ${t('interview.title', { subject: plainText(titles[index] ?? '') })}`,
    t('interview.method'),
    t('interview.marks'),
    ...questionsOf(one, input).map(({ service, responder }) => questionBlock(service, responder, t)),
  ]);
  return ours`${joined(blocks, '\n\n')}\n`;
}

function questionBlock(service: Service, responder: string | undefined, t: Translate): Markdown {
  const asked = responder ? [t('interview.responder', { name: plainText(responder) })] : [];
  const levels = service.levels.flatMap((level, number) => (level ? [levelBlock(level, number, t)] : []));
  const parts = [
    ours`## ${plainText(nameOf(service))}`,
    ...asked,
    plainText(service.objective),
    joined(levels, '\n'),
    ours`${t('interview.score')} \n${t('interview.note')} `,
  ];
  return joined(parts, '\n\n');
}

function levelBlock({ description, criteria }: Level, number: number, t: Translate): Markdown {
  const conditions = criteria.map((criterion) => {
    const text = plainText(criterionText(criterion, t));
    return ours`\n  - [ ] **${criterionName(criterion.id)}** ${text}`;
  });
  return ours`- **${number}** ${plainText(description)}${joined(conditions, '')}`;
}
