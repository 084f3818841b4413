/** Which assessments can be scored and checked. */
import { sheetName } from '../sheet/sheet';
import type { Assessment } from './assessment';

/**
 * Whether a file says enough to be scored and judged: it could be read in full, it is a map (or still empty), and it is
 * about the sheet we know. Half a file would give figures that look right and are not.
 */
export function isScorable({ broken, sheet, tree }: Assessment): boolean {
  const isMap = !tree || tree.kind === 'map' || (tree.kind === 'scalar' && tree.value === null);
  return !broken && isMap && !namesOtherSheet({ sheet });
}

/**
 * Whether a file names a sheet, or a version of it, that we do not know: what its keys and values mean is then not ours
 * to say.
 */
export function namesOtherSheet({ sheet }: Pick<Assessment, 'sheet'>): boolean {
  return sheet !== undefined && sheet.value !== sheetName;
}

/** Whether a text cannot be read because both sides of a merge stand in it. */
export function hasConflicts({ issues: [first] }: Pick<Assessment, 'issues'>): boolean {
  return first?.key === 'syntax.conflict' || first?.key === 'syntax.conflicts';
}
