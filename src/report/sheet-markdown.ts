/** The sheet as Markdown. */
import type { Translate } from '../messages/messages';
import { explanationsOf } from '../sheet/explanations';
import { frameworkUrl } from '../sheet/references';
import type { Area, Level, Service, Sheet } from '../sheet/sheet';
import { wording } from './markdown-text';
import { narrowed, type SheetPart } from './sheet-part';

/** The sheet, an area or a service as a Markdown document; its headings start at the first level. */
export function sheetMarkdown(part: SheetPart, t: Translate): string {
  const { sheet, area, service } = part;
  const blocks = service && area ? serviceBlocks(service, '#', t) : area ? areaBlocks(area, '#', t) : wholeBlocks(sheet, t);
  return `${[...blocks, ...explanations(part, t)].join('\n\n')}\n`;
}

/** What the numbers in brackets and the terms mean. */
function explanations(part: SheetPart, t: Translate): string[] {
  const { functions, terms } = explanationsOf(narrowed(part));
  const meanings = terms.map(({ term, meaning }) => `- ${t('report.sheet.labelled', { label: `**${wording(term)}**`, text: wording(meaning) })}`);
  return [
    ...(meanings.length ? [`## ${t('report.sheet.terms')}`, meanings.join('\n')] : []),
    ...(functions.length ? [`## ${t('report.sheet.functions')}`, functions.map((name) => `- ${wording(name)}`).join('\n')] : []),
    t('report.sheet.references', { url: `<${frameworkUrl}>` }),
  ];
}

function wholeBlocks(sheet: Sheet, t: Translate): string[] {
  return [
    `# ${t('report.sheet.title', { version: sheet.version })}`,
    `## ${t('report.sheet.method')}`,
    sheet.method.map((step, index) => `${index + 1}. ${wording(step)}`).join('\n'),
    ...sheet.areas.flatMap((area) => areaBlocks(area, '##', t)),
  ];
}

function areaBlocks({ id, title, summary, services }: Area, level: string, t: Translate): string[] {
  return [`${level} ${id} ${wording(title)}`, wording(summary), ...services.flatMap((one) => serviceBlocks(one, `${level}#`, t))];
}

function serviceBlocks({ id, title, objective, outOfScope, levels, notes }: Service, level: string, t: Translate): string[] {
  const blocks = [`${level} ${id} ${wording(title)}`, `**${t('report.sheet.objective')}**`, wording(objective)];
  if (outOfScope) blocks.push(`*${t('report.sheet.out-of-scope')}*`);
  else {
    levels.forEach((one, number) => {
      const name = t('report.sheet.level', { level: number });
      if (one) blocks.push(`${level}# ${t('report.sheet.labelled', { label: name, text: wording(one.summary) })}`, ...levelBlocks(one, t));
      else blocks.push(`${level}# ${name}`, `*${t('report.sheet.not-described')}*`);
    });
  }
  if (notes.length) blocks.push(`**${t('report.sheet.notes')}**`, notes.map((note) => `- ${wording(note)}`).join('\n'));
  return blocks;
}

/** The description, then the guidance and the examples of the reader's organisation. */
function levelBlocks({ description, guidance, examples }: Level, t: Translate): string[] {
  const blocks = [wording(description)];
  if (guidance !== undefined) blocks.push(`**${t('view.guidance')}**`, wording(guidance));
  if (examples?.length) blocks.push(`**${t('view.examples')}**`, examples.map((example) => `- ${wording(example)}`).join('\n'));
  return blocks;
}
