/** What is wrong with a piece of evidence, as the rules found it, and the few words for it. */
import type { Evidence } from '../assessment/assessment';
import type { Translate } from '../messages/messages';
import type { EvidenceTrouble, Problem } from '../rules/rule';
import type { EvidenceView } from './model';

/** What the rules found at a piece of evidence, or `undefined` for nothing. */
export function troublesOf(
  { link, collected, expires }: Evidence,
  problems: readonly Problem[],
): EvidenceView['troubles'] {
  const spans = [link, collected, expires].map((part) => part?.span);
  const found = problems.flatMap(({ evidence: kind, message, span }) =>
    kind && spans.includes(span) ? [{ kind, message }] : [],
  );
  return found.length > 0 ? found : undefined;
}

/** A trouble in a few words. */
export function troubleText(kind: EvidenceTrouble, t: Translate): string {
  return t(`view.evidence-${kind}`);
}
