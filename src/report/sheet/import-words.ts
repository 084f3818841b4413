/** Messages about an import of wording. */
import type { Translate } from '../../messages/messages';
import type { Own } from '../../messages/safe-text';
import { countsOf, isLoss, type Finding, type ImportedOverlay } from '../../overlay/import/imported-overlay';

/** The number of imported texts: `28 objectives, 151 levels and 6 notes`. */
export function importSummary({ overlay, findings }: ImportedOverlay, t: Translate): Own {
  const lost = findings.filter(isLoss).length;
  return t(lost ? 'imported.summary-lost' : 'imported.summary', { ...countsOf(overlay), lost });
}

/** A finding as a sentence that names service and level, where known. */
export function findingText(finding: Finding, t: Translate): string {
  const placeless = finding.kind === 'unplaced' && !finding.service;
  const key = placeless ? 'imported.unplaced-line' : (`imported.${finding.kind}` as const);
  return t(key, { ...placeOf(finding, t), ...finding });
}

function placeOf(finding: Finding, t: Translate): { place: string } {
  const { service = '', level } = { level: undefined, service: undefined, ...finding };
  return { place: level === undefined ? service : t('imported.level', { service, level }) };
}
