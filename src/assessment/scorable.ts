/** Which assessments can be scored and checked. */
import { sheetName } from '../sheet/sheet';
import type { Assessment } from './assessment';

/**
 * Whether a file can be scored and checked: it was read in full, is a map or empty, and follows the known sheet. Partly
 * read files would give figures that look right but are wrong.
 */
export function isScorable({ broken, sheet, tree }: Assessment): boolean {
  const isMap = !tree || tree.kind === 'map' || (tree.kind === 'scalar' && tree.value === null);
  return !broken && isMap && !namesOtherSheet({ sheet });
}

/** Whether a file names an unknown sheet or version, so that the meaning of its keys and values is unknown. */
export function namesOtherSheet({ sheet }: Pick<Assessment, 'sheet'>): boolean {
  return sheet !== undefined && sheet.value !== sheetName;
}

/** Whether a text cannot be read because it contains merge conflicts. */
export function hasConflicts({ issues: [first] }: Pick<Assessment, 'issues'>): boolean {
  return first?.key === 'syntax.conflict' || first?.key === 'syntax.conflicts';
}
