import { applyEdits, type TextEdit } from '../../../../src/assessment/yaml/text-edit';
import { sheet } from '../sample';

/** The services that can be scored. */
export const all = sheet.areas.flatMap(({ services }) => services).filter(({ outOfScope }) => !outOfScope);

/** The text after the edits, where there are any. */
export function changed(text: string, edits: readonly TextEdit[] | undefined): string | undefined {
  return edits && applyEdits(text, edits);
}
