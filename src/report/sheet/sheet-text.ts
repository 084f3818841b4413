/** The sheet as text for a terminal. */
import type { Translate } from '../../messages/messages';
import { printable, printableLines } from '../../messages/printable';
import { ours, type Own, type Printable } from '../../messages/safe-text';
import { criterionText } from '../../sheet/criteria';
import { explanationsOf } from '../../sheet/explanations';
import { frameworkUrl } from '../../sheet/references';
import { nameOf, type Area, type Level, type Service, type Sheet } from '../../sheet/sheet';
import { levelWords } from '../../views/rows';
import type { Paint } from '../terminal/paint';
import { narrowed, type SheetPart } from './sheet-part';
import { endedLines } from '../terminal/table';
import { wrap, wrapLine, type Room } from '../terminal/wrap';

/** The language, colours and width of the output. */
export interface SheetReader extends Room {
  readonly t: Translate;
  readonly paint: Paint;
}

const indent = ours`  `;

/** The sheet, an area or a service, wrapped to the width, with lines ended by `\n`. */
export function sheetText(part: SheetPart, reader: SheetReader): Printable {
  return endedLines([...linesOf(part, reader), ...explanations(part, reader)]);
}

function linesOf({ sheet, area, service }: SheetPart, reader: SheetReader): Printable[] {
  if (!area) return wholeSheet(sheet, reader);
  return service ? oneService(service, area, reader) : areaLines(area, reader);
}

/** Explanations of references and terms. */
function explanations(part: SheetPart, reader: SheetReader): Printable[] {
  const { t, paint } = reader;
  const { functions, terms } = explanationsOf(narrowed(part));
  const meanings = terms.map(({ term, meaning }) => t('report.sheet.labelled', { label: term, text: meaning }));
  const list = (items: readonly string[]) => items.flatMap((item) => listItem(item, reader));
  return [
    ...(meanings.length ? [paint('bold', t('report.sheet.terms')), ...list(meanings), ours``] : []),
    ...(functions.length ? [paint('bold', t('report.sheet.functions')), ...list(functions), ours``] : []),
    ...wrap(t('report.sheet.references', { url: frameworkUrl }), reader),
  ];
}

function wholeSheet(sheet: Sheet, reader: SheetReader): Printable[] {
  const { t, paint } = reader;
  return [
    paint('bold', t('report.sheet.title', { version: printable(sheet.version) })),
    ours``,
    paint('bold', t('report.sheet.method')),
    ...sheet.method.flatMap((step) => listItem(step, reader)),
    ours``,
    ...sheet.areas.flatMap((area) => areaLines(area, reader)),
  ];
}

function areaLines({ id, title, summary, services }: Area, reader: SheetReader): Printable[] {
  const { paint } = reader;
  const head = wrapLine(printable(nameOf({ id, title })), reader).map((line) => paint('bold', line));
  return [
    ...head,
    ...wrap(printableLines(summary), reader),
    ours``,
    ...services.flatMap((service) => serviceLines(service, reader)),
  ];
}

function oneService(service: Service, { id, title }: Area, reader: SheetReader): Printable[] {
  const { t, paint } = reader;
  const area = wrapLine(printable(t('report.sheet.in-area', { id, title })), reader).map((line) => paint('dim', line));
  return [...area, ...serviceLines(service, reader)];
}

function serviceLines(service: Service, reader: SheetReader): Printable[] {
  const { t, paint } = reader;
  const { id, title, objective, outOfScope, levels, notes } = service;
  const inside = (text: string) => wrap(printableLines(text), reader, indent);
  const labelled = (label: string, text: string) => t('report.sheet.labelled', { label, text });
  const lines = wrapLine(printable(nameOf({ id, title })), reader).map((line) => paint('bold', line));
  lines.push(...inside(labelled(t('report.sheet.objective'), objective)), ours``);
  if (outOfScope) lines.push(...inside(t('report.sheet.out-of-scope')), ours``);
  else levels.forEach((level, number) => lines.push(...levelLines(level, number, levels[number + 1], reader)));
  if (notes.length)
    lines.push(...inside(t('report.sheet.notes')), ...notes.flatMap((note) => listItem(note, reader)), ours``);
  return lines;
}

function listItem(text: string, reader: SheetReader, inset: Own = indent): Printable[] {
  return wrapLine(printable(`- ${text}`), reader, inset);
}

/** A level; undescribed levels follow each other without a blank line. */
function levelLines(
  level: Level | null,
  number: number,
  next: Level | null | undefined,
  reader: SheetReader,
): Printable[] {
  const { t, paint } = reader;
  const text = printable(level?.summary ?? t('report.sheet.not-described'));
  const head = wrap(
    t('report.sheet.labelled', { label: t('report.sheet.level', { level: number }), text }),
    reader,
    indent,
  );
  if (!level) return [...head.map((line) => paint('dim', line)), ...(next === null ? [] : [ours``])];
  const inset = ours`${indent}${indent}`;
  return [
    ...head.map((line) => paint('cyan', line)),
    ...wrap(printableLines(levelWords(level, t)), reader, inset),
    ...(level.criteria.length ? [ours``, ours`${inset}${t('view.criteria')}`] : []),
    ...level.criteria.flatMap((one) => listItem(`${one.id} ${criterionText(one, t)}`, reader, inset)),
    ours``,
  ];
}
