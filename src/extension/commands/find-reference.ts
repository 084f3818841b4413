/** "Find Every Level That Cites This Function": choose a function, then a level, and read it in the sheet. */
import { nameOf } from '../../sheet/sheet';
import { label } from '../../language/interface-text';
import { citedFunctions, type CitedFunction, type CitingLevel } from '../../sheet/cited-functions';
import { functionsOf } from '../../sheet/references';
import { choose } from '../core/ask';
import { showSheet, type SheetHost } from '../panel/sheet-panel';

/** Starts at the reference the command is called on, if any. */
export async function findReference(host: SheetHost, given?: unknown): Promise<void> {
  const { sheet } = host.analyses.words;
  const cited = citedFunctions(sheet);
  const meant = functionsMeant(given);
  const among = meant.length ? cited.filter(({ id }) => meant.includes(id)) : cited;
  const chosen = among.length === 1 ? among[0] : await chooseFunction(host, among.length ? among : cited);
  const citing = chosen && (await chooseLevel(host, chosen));
  if (citing) showSheet(host, { service: citing.service.id, level: citing.level });
}

/** The functions of the reference under the pointer in a panel. */
function functionsMeant(given: unknown): string[] {
  const reference = (given as { reference?: unknown } | undefined)?.reference;
  return typeof reference === 'string' ? functionsOf(reference) : [];
}

async function chooseFunction(
  { analyses }: SheetHost,
  cited: readonly CitedFunction[],
): Promise<CitedFunction | undefined> {
  const { t } = analyses.words;
  const items = cited.map((one) => ({
    label: label(one.id),
    description: label(one.title ?? ''),
    detail: t('reference.count', { count: one.levels.length }),
    one,
  }));
  return (await choose(items, { title: t('reference.choose'), matchOnDescription: true }))?.one;
}

async function chooseLevel(
  { analyses }: SheetHost,
  { id, title, levels }: CitedFunction,
): Promise<CitingLevel | undefined> {
  const { t } = analyses.words;
  const items = levels.map((citing) => ({
    label: label(nameOf(citing.service)),
    description: t('view.level', { level: citing.level }),
    detail: label(citing.service.levels[citing.level]?.summary ?? ''),
    citing,
  }));
  const name = label(title ? `${id} ${title}` : id);
  return (
    await choose(items, {
      title: t('reference.levels', { name }),
      matchOnDescription: true,
      matchOnDetail: true,
    })
  )?.citing;
}
