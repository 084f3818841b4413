/** A proposed citation as a row: the link, why it is proposed, and the criterion that it may show. */
import type { Proposal } from '../../assessment/evidence/proposals';
import { label } from '../../language/interface-text';
import type { Translate } from '../../messages/messages';
import { joined, ours, type Label } from '../../messages/safe-text';
import { criterionText, findCriterion } from '../../sheet/criteria';
import { findService, type Sheet } from '../../sheet/sheet';

interface Words {
  readonly sheet: Sheet;
  readonly t: Translate;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

export interface ProposalRow {
  readonly label: Label;
  readonly description: Label;
  readonly detail?: Label;
}

/** The row of a citation with a link. The day comes first, since the end of a long row is cut. */
export function rowFor({ service: id, shows, found }: Proposal, link: string, { sheet, t, today }: Words): ProposalRow {
  const { kind, expires } = found;
  const service = findService(sheet, id);
  const criterion = service && shows !== undefined ? findCriterion(service, shows) : undefined;
  const day = expires && t(expires < today ? 'propose.expired' : 'propose.expires', { date: label(expires) });
  const description = joined([...(day ? [day] : []), t(`propose.kind.${kind}`)], ' · ');
  const detail = criterion && ours`${label(criterion.id)} ${label(criterionText(criterion, t))}`;
  return { label: label(link), description, ...(detail && { detail }) };
}
