/** The troubles of a piece of evidence that the rules found, with short words for them. */
import type { Evidence } from '../assessment/assessment';
import type { Translate } from '../messages/messages';
import type { EvidenceTrouble, Problem } from '../rules/rule';
import type { EvidenceView } from './model';

/** The rules' findings about a piece of evidence; `undefined` for none. */
export function troublesOf(
  { link, collected, expires, sha256 }: Evidence,
  problems: readonly Problem[],
): EvidenceView['troubles'] {
  const spans = [link, collected, expires, sha256].map((part) => part?.span);
  const found = problems.flatMap(({ evidence: kind, message, span }) =>
    kind && spans.includes(span) ? [{ kind, message }] : [],
  );
  return found.length > 0 ? found : undefined;
}

/** A trouble in a few words. */
export function troubleText(kind: EvidenceTrouble, t: Translate): string {
  return t(`view.evidence-${kind}`);
}
