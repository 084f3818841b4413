/** What a sheet, or a part of one, needs explained. */
import { citedFunctions } from './cited-functions';
import { termsIn, type Term } from './glossary';
import type { Sheet } from './sheet';

/**
 * Titles of the functions the sheet cites, with their numbers, where they are known; and the terms its texts use but
 * its notes do not explain.
 */
export function explanationsOf(sheet: Sheet): { functions: string[]; terms: Term[] } {
  const services = sheet.areas.flatMap((area) => area.services);
  const texts = services.flatMap(({ objective, levels }) => [
    objective,
    ...levels.map((level) => level?.description ?? ''),
  ]);
  const functions = citedFunctions(sheet).flatMap(({ id, title }) => (title ? [`${id} ${title}`] : []));
  return {
    functions,
    terms: termsIn(
      texts,
      services.flatMap(({ notes }) => notes),
      sheet.glossary,
    ),
  };
}
