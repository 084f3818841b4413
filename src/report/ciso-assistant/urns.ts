/** The names by which CISO Assistant knows the sheet. They stay for ever: audits refer to them. */
import type { Sheet } from '../../sheet/sheet';

/** The sheet as it stands in names, of which letters, digits, dots and hyphens are allowed. */
export function referenceOf({ id, version }: Pick<Sheet, 'id' | 'version'>): string {
  return `${id}-${version}`;
}

/** The name of the library, the framework in it, or a mapping set. */
export function urnOf(kind: 'library' | 'framework' | 'req_mapping_set', reference: string): string {
  return `urn:psirt-maturity:risk:${kind}:${reference}`;
}

/** The name of the node for an area or a service of the sheet. */
export function nodeUrn(sheet: Pick<Sheet, 'id' | 'version'>, id: string): string {
  return `urn:psirt-maturity:risk:req_node:${referenceOf(sheet)}:${id}`;
}
