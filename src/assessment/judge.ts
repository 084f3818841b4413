import { sheetName } from '../sheet/sheet';
import type { Assessment } from './assessment';

/**
 * Whether a file says enough to be scored and judged: it could be read in full, it is a map (or still empty), and it is
 * about the sheet we know. Half a file would give figures that look right and are not.
 */
export function isJudged({ broken, sheet, tree }: Assessment): boolean {
  const isMap = !tree || tree.kind === 'map' || (tree.kind === 'scalar' && tree.value === null);
  return !broken && isMap && (!sheet || sheet.value === sheetName);
}
