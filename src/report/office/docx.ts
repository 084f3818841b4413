/** Assessments as a document for word processors, with native headings, contents and tables. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { isScorable } from '../../assessment/scorable';
import { printable } from '../../messages/printable';
import { sentenceGap } from '../../messages/sentence-gap';
import { reportTitle } from '../document/report-words';
import type { Translate } from '../../messages/messages';
import type { Ranked } from '../document/summary/ranking';
import type { ReportInput } from '../report';
import { readDocumentTemplate } from './document-template';
import {
  actionTable,
  areaTable,
  changedTable,
  changeTable,
  factsOf,
  fonts,
  inOrder,
  levelColour,
  rankingTable,
  saidOf,
  saidOfAll,
  serviceTable,
  signOffTable,
  unmetTable,
  weakTable,
  type OfficeTable,
} from './office-tables';

/** The width between the margins of A4, in twentieths of a point. */
const usualWidth = 9638;

type Block = Paragraph | Table | TableOfContents;

/**
 * The bytes of the document. Word fills in the table of contents on opening, after asking. Throws `TemplateRefused`.
 */
export async function docxReport(input: ReportInput): Promise<Uint8Array> {
  const { checked, t } = input;
  const template = input.template && readDocumentTemplate(input.template);
  const width = template?.textWidth ?? usualWidth;
  const title = printable(reportTitle(checked, t));
  const all = inOrder(input);
  const headings = all.length > 1 ? '1-1' : '1-2';
  const children: Block[] = [
    new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
    ...factsOf(input).map((fact) => new Paragraph(fact)),
    new TableOfContents(t('report.short.contents'), { hyperlink: true, headingStyleRange: headings }),
    ...(all.length > 1 ? manyParts(all, input) : all.flatMap((one) => oneParts(one, input))).flatMap((part) =>
      blocksOf(part, width),
    ),
  ];
  const written = new Uint8Array(await Packer.toArrayBuffer(documentOf(title, children, t)));
  return template ? template.place(written) : written;
}

function documentOf(title: string, children: Block[], t: Translate): Document {
  const number = new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 16 })],
  });
  const running = new Paragraph({ children: [new TextRun({ text: title, size: 16, color: '59636E' })] });
  const margins = { top: 1134, right: 1134, bottom: 1134, left: 1134 };
  return new Document({
    title,
    features: { updateFields: true },
    styles: { default: { document: { run: { font: fonts[t.language], size: 21 } } } },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: margins } },
        headers: { default: new Header({ children: [running] }) },
        footers: { default: new Footer({ children: [number] }) },
        children,
      },
    ],
  });
}

/** A heading with a text, a table, or both. */
interface Part {
  readonly name: string;
  readonly level: 1 | 2;
  readonly text?: string;
  readonly table?: OfficeTable;
}

function blocksOf({ name, level, text, table }: Part, width: number): Block[] {
  return [
    heading(name, level),
    ...(text === undefined ? [] : [new Paragraph(text)]),
    ...(table ? [tableOf(table, width)] : []),
  ];
}

function heading(text: string, level: 1 | 2 = 1): Paragraph {
  const isFirst = level === 1;
  return new Paragraph({
    text,
    heading: isFirst ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    pageBreakBefore: isFirst,
    keepNext: true,
    spacing: { before: 240, after: 120 },
  });
}

/** Several assessments: their ranking, each of them, what they have in common, and their sign-off. */
function manyParts(all: readonly Ranked[], input: ReportInput): Part[] {
  const { t } = input;
  const scorable = all.filter(({ one }) => isScorable(one.assessment));
  const text = saidOfAll(input).join(sentenceGap(t.language));
  return [
    { name: t('report.short.ranking'), level: 1, text, table: rankingTable(all, input) },
    ...parts(t('report.office.changes'), changedTable(scorable, input), 1),
    ...parts(t('report.xlsx.unmet'), unmetTable(scorable, input), 1),
    ...all.flatMap((one) => oneParts(one, input)),
    ...parts(t('report.office.sign-off'), signOffTable(scorable, input), 1),
  ];
}

/** A part with a table; none where it has no rows. */
function parts(name: string, table: OfficeTable, level: 1 | 2 = 2): Part[] {
  return table.rows.length ? [{ name, level, table }] : [];
}

/** One assessment; its services and its sign-off only where it is alone. */
function oneParts(ranked: Ranked, input: ReportInput): Part[] {
  const { t, checked } = input;
  const { one, title } = ranked;
  const head: Part = { name: printable(title), level: 1, text: saidOf(one, input).join(sentenceGap(t.language)) };
  if (!isScorable(one.assessment)) return [head];
  const changes = changeTable(one, input);
  const isAlone = checked.length === 1;
  return [
    head,
    ...parts(t('view.areas'), areaTable(one, input)),
    ...parts(t('report.short.weakest'), weakTable(one, input, isAlone ? 10 : 5)),
    ...parts(t('report.short.actions'), actionTable([ranked], input)),
    ...(changes ? parts(t('change.since', { name: changes.since }), changes) : []),
    ...(isAlone ? parts(t('report.services'), serviceTable(one, input)) : []),
    ...(isAlone ? parts(t('report.office.sign-off'), signOffTable([ranked], input)) : []),
  ];
}

/** A table whose first row repeats on every page, and whose rows do not break across pages. */
function tableOf({ head, rows, widths, scores }: OfficeTable, pageWidth: number): Table {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const columnWidths = widths.map((width) => Math.round((width / whole) * pageWidth));
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((text, index) => {
        const colour = isHead || index !== scores ? undefined : levelColour(text);
        const fill = isHead ? 'E6E9EF' : colour;
        const run = { text, bold: isHead || colour !== undefined, size: 18, ...(colour ? { color: 'FFFFFF' } : {}) };
        return new TableCell({
          width: { size: columnWidths[index] ?? 0, type: WidthType.DXA },
          margins: { top: 40, bottom: 40, left: 80, right: 80 },
          shading: fill === undefined ? undefined : { fill },
          children: [new Paragraph({ spacing: { before: 0, after: 0 }, children: [new TextRun(run)] })],
        });
      }),
    });
  const edge = { style: BorderStyle.SINGLE, size: 4, color: 'BFBFBF' };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  return new Table({
    width: { size: pageWidth, type: WidthType.DXA },
    columnWidths,
    borders: { top: edge, bottom: edge, insideHorizontal: edge, left: none, right: none, insideVertical: none },
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  });
}
