/** The sheet as text to read in a terminal. */
import type { Translate } from '../messages/messages';
import { explanationsOf } from '../sheet/explanations';
import { frameworkUrl } from '../sheet/references';
import type { Area, Level, Service, Sheet } from '../sheet/sheet';
import { levelWords } from '../views/rows';
import type { Paint } from './paint';
import { withoutLogCommands } from './printable';
import { narrowed, type SheetPart } from './sheet-part';
import { wrap, wrapLine, type Room } from './wrap';

/** How the sheet is read: language, colours, and the room of the terminal. */
export interface SheetReader extends Room {
  readonly t: Translate;
  readonly paint: Paint;
}

const indent = '  ';

/** The sheet, an area or a service, wrapped to the reader's width, lines ended by `\n`. */
export function sheetText({ sheet, area, service }: SheetPart, reader: SheetReader): string {
  const lines = service && area ? oneService(service, area, reader) : area ? areaLines(area, reader) : wholeSheet(sheet, reader);
  return withoutLogCommands([...lines, ...explanations({ sheet, area, service }, reader)].map((line) => `${line}\n`).join(''));
}

/** What the numbers in brackets and the terms mean. */
function explanations(part: SheetPart, reader: SheetReader): string[] {
  const { t, paint } = reader;
  const { functions, terms } = explanationsOf(narrowed(part));
  const meanings = terms.map(({ term, meaning }) => `- ${t('report.sheet.labelled', { label: term, text: meaning })}`);
  const list = (items: readonly string[]): string[] => items.flatMap((item) => wrapLine(item, reader, indent));
  return [
    ...(meanings.length ? [paint('bold', t('report.sheet.terms')), ...list(meanings), ''] : []),
    ...(functions.length ? [paint('bold', t('report.sheet.functions')), ...list(functions.map((name) => `- ${name}`)), ''] : []),
    ...wrap(t('report.sheet.references', { url: frameworkUrl }), reader),
  ];
}

function wholeSheet(sheet: Sheet, reader: SheetReader): string[] {
  const { t, paint } = reader;
  return [
    paint('bold', t('report.sheet.title', { version: sheet.version })),
    '',
    paint('bold', t('report.sheet.method')),
    ...sheet.method.flatMap((step) => wrapLine(`- ${step}`, reader, indent)),
    '',
    ...sheet.areas.flatMap((area) => areaLines(area, reader)),
  ];
}

function areaLines({ id, title, summary, services }: Area, reader: SheetReader): string[] {
  const { paint } = reader;
  const head = wrapLine(`${id} ${title}`, reader).map((line) => paint('bold', line));
  return [...head, ...wrap(summary, reader), '', ...services.flatMap((service) => serviceLines(service, reader))];
}

function oneService(service: Service, { id, title }: Area, reader: SheetReader): string[] {
  const { t, paint } = reader;
  const area = wrapLine(t('report.sheet.in-area', { id, title }), reader).map((line) => paint('dim', line));
  return [...area, ...serviceLines(service, reader)];
}

function serviceLines(service: Service, reader: SheetReader): string[] {
  const { t, paint } = reader;
  const { id, title, objective, outOfScope, levels, notes } = service;
  const inside = (text: string): string[] => wrap(text, reader, indent);
  const labelled = (label: string, text: string): string => t('report.sheet.labelled', { label, text });
  const lines = wrapLine(`${id} ${title}`, reader).map((line) => paint('bold', line));
  lines.push(...inside(labelled(t('report.sheet.objective'), objective)), '');
  if (outOfScope) lines.push(...inside(t('report.sheet.out-of-scope')), '');
  else levels.forEach((level, number) => lines.push(...levelLines(level, number, levels[number + 1], reader)));
  if (notes.length) lines.push(...inside(t('report.sheet.notes')), ...notes.flatMap((note) => wrapLine(`- ${note}`, reader, indent)), '');
  return lines;
}

/** One level; levels that are not described follow each other without a blank line. */
function levelLines(level: Level | null, number: number, next: Level | null | undefined, reader: SheetReader): string[] {
  const { t, paint } = reader;
  const text = level?.summary ?? t('report.sheet.not-described');
  const head = wrap(t('report.sheet.labelled', { label: t('report.sheet.level', { level: number }), text }), reader, indent);
  if (!level) return [...head.map((line) => paint('dim', line)), ...(next === null ? [] : [''])];
  return [...head.map((line) => paint('cyan', line)), ...wrap(levelWords(level, t), reader, indent + indent), ''];
}
