/**
 * Questions to fill in: objective, levels and criteria of each service, with room for a score and a note. `import`
 * reads them back.
 */
import { plainText } from '../../messages/markdown';
import type { Translate } from '../../messages/messages';
import { joined, ours, type Markdown } from '../../messages/safe-text';
import { criterionText } from '../../sheet/criteria';
import { nameOf, type Level, type Service } from '../../sheet/sheet';
import type { Checked } from '../check/result';
import type { ReportInput } from '../report';
import { titlesOf } from '../document/report-words';

/** The questions of each assessment, or of one responder's services. What was answered before is not shown. */
export function interviewMarkdown(input: ReportInput): Markdown {
  const { checked, t } = input;
  const titles = titlesOf(checked, t);
  const blocks = checked.flatMap((one, index) => [
    ours`# ${t('interview.title', { subject: plainText(titles[index] ?? '') })}`,
    t('interview.method'),
    ...servicesOf(one, input).map(({ service, responder }) => questionBlock(service, responder, t)),
  ]);
  return ours`${joined(blocks, '\n\n')}\n`;
}

interface Question {
  readonly service: Service;
  readonly responder?: string;
}

/** The services in scope that are not excluded, each with who is asked: whom it names itself, else its area. */
function servicesOf({ assessment }: Checked, { sheet, responder: only }: ReportInput): Question[] {
  const all = sheet.areas.flatMap(({ id, services }) =>
    services.map((service): Question => {
      const responder = assessment.services.get(service.id)?.responder ?? assessment.areas.get(id)?.responder;
      return { service, responder };
    }),
  );
  const isAsked = ({ service: { id, outOfScope }, responder }: Question) =>
    !outOfScope && !assessment.services.get(id)?.excluded && (only === undefined || responder === only);
  return all.filter(isAsked);
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
  const conditions = criteria.map((criterion) => ours`\n  - ${plainText(criterionText(criterion, t))}`);
  return ours`- **${number}** ${plainText(description)}${joined(conditions, '')}`;
}
