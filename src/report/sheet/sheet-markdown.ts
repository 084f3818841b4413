/** The sheet as Markdown. */
import { plainText } from '../../messages/markdown';
import type { Translate } from '../../messages/messages';
import { joined, ours, type Markdown, type Own } from '../../messages/safe-text';
import { criterionText } from '../../sheet/criteria';
import { explanationsOf } from '../../sheet/explanations';
import { frameworkUrl } from '../../sheet/references';
import { nameOf, type Area, type Level, type Service, type Sheet } from '../../sheet/sheet';
import { wording } from '../document/markdown-text';
import { narrowed, type SheetPart } from './sheet-part';

/** The sheet, an area or a service as a Markdown document; its headings begin at the first level. */
export function sheetMarkdown(part: SheetPart, t: Translate): Markdown {
  return ours`${joined([...blocksOf(part, t), ...explanations(part, t)], '\n\n')}\n`;
}

function blocksOf({ sheet, area, service }: SheetPart, t: Translate): Markdown[] {
  if (!area) return wholeBlocks(sheet, t);
  return service ? serviceBlocks(service, ours`#`, t) : areaBlocks(area, ours`#`, t);
}

/** Explanations of references and terms. */
function explanations(part: SheetPart, t: Translate): Markdown[] {
  const { functions, terms } = explanationsOf(narrowed(part));
  const meanings = terms.map(
    ({ term, meaning }) =>
      ours`- ${t('report.sheet.labelled', { label: ours`**${plainText(term)}**`, text: plainText(meaning) })}`,
  );
  return [
    ...(meanings.length ? [ours`## ${t('report.sheet.terms')}`, joined(meanings, '\n')] : []),
    ...(functions.length ? [ours`## ${t('report.sheet.functions')}`, listOf(functions)] : []),
    t('report.sheet.references', { url: ours`<${frameworkUrl}>` }),
  ];
}

function listOf(items: readonly string[]): Markdown {
  return joined(
    items.map((item) => ours`- ${plainText(item)}`),
    '\n',
  );
}

function wholeBlocks(sheet: Sheet, t: Translate): Markdown[] {
  return [
    ours`# ${t('report.sheet.title', { version: plainText(sheet.version) })}`,
    ours`## ${t('report.sheet.method')}`,
    joined(
      sheet.method.map((step, index) => ours`${index + 1}. ${plainText(step)}`),
      '\n',
    ),
    ...sheet.areas.flatMap((area) => areaBlocks(area, ours`##`, t)),
  ];
}

function areaBlocks({ id, title, summary, services }: Area, level: Own, t: Translate): Markdown[] {
  const head = ours`${level} ${plainText(nameOf({ id, title }))}`;
  return [head, wording(summary), ...services.flatMap((one) => serviceBlocks(one, ours`${level}#`, t))];
}

function serviceBlocks(
  { id, title, objective, outOfScope, levels, notes }: Service,
  level: Own,
  t: Translate,
): Markdown[] {
  const head = ours`${level} ${plainText(nameOf({ id, title }))}`;
  const blocks: Markdown[] = [head, ours`**${t('report.sheet.objective')}**`, wording(objective)];
  if (outOfScope) blocks.push(ours`*${t('report.sheet.out-of-scope')}*`);
  else {
    levels.forEach((one, number) => {
      const name = t('report.sheet.level', { level: number });
      if (one)
        blocks.push(
          ours`${level}# ${t('report.sheet.labelled', { label: name, text: plainText(one.summary) })}`,
          ...levelBlocks(one, t),
        );
      else blocks.push(ours`${level}# ${name}`, ours`*${t('report.sheet.not-described')}*`);
    });
  }
  if (notes.length) blocks.push(ours`**${t('report.sheet.notes')}**`, listOf(notes));
  return blocks;
}

/** The description with its criteria, then the organisation's guidance and examples. */
function levelBlocks({ description, criteria, guidance, examples }: Level, t: Translate): Markdown[] {
  const blocks = [wording(description)];
  if (criteria.length) {
    const lines = criteria.map((one) => ours`- **${plainText(one.id)}** ${plainText(criterionText(one, t))}`);
    blocks.push(ours`**${t('view.criteria')}**`, joined(lines, '\n'));
  }
  if (guidance !== undefined) blocks.push(ours`**${t('view.guidance')}**`, wording(guidance));
  if (examples?.length) blocks.push(ours`**${t('view.examples')}**`, listOf(examples));
  return blocks;
}
