/** The URNs of the sheet in CISO Assistant. They must never change, since audits refer to them. */
import type { Sheet } from '../../sheet/sheet';

/** The sheet's part of a URN, in which letters, digits, dots and hyphens are allowed. */
export function referenceOf({ id, version }: Pick<Sheet, 'id' | 'version'>): string {
  return `${id}-${version}`;
}

/** The URN of the library, of its framework, or of a mapping set. */
export function urnOf(kind: 'library' | 'framework' | 'req_mapping_set', reference: string): string {
  return `urn:psirt-maturity:risk:${kind}:${reference}`;
}

/** The URN of the node for an area or a service. */
export function nodeUrn(sheet: Pick<Sheet, 'id' | 'version'>, id: string): string {
  return `urn:psirt-maturity:risk:req_node:${referenceOf(sheet)}:${id}`;
}
