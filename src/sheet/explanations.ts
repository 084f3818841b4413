/** Collects what needs explaining in a sheet, or in a part of one. */
import { citedFunctions } from './cited-functions';
import { termsIn, type Term } from './glossary';
import type { Sheet } from './sheet';

/**
 * The functions the sheet cites, as number and title where the title is known; and the terms in its texts that its
 * notes do not explain.
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
