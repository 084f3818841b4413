/** Selects the services to ask about, and the person to ask. */
import type { Service } from '../../sheet/sheet';
import type { Checked } from '../check/result';
import type { ReportInput } from '../report';

export interface Question {
  readonly service: Service;
  readonly responder?: string;
}

/** The services in scope that are not excluded, each with its responder: its own, or else its area's. */
export function questionsOf(
  { assessment }: Pick<Checked, 'assessment'>,
  { sheet, responder: only }: Pick<ReportInput, 'sheet' | 'responder'>,
): Question[] {
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
