/** Assessments as a document for word processors, with native headings, contents and tables. */
import {
  Document,
  Footer,
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
import { reportTitle } from '../document/report-words';
import type { Ranked } from '../document/summary/ranking';
import type { ReportInput } from '../report';
import {
  actionTable,
  areaTable,
  changeTable,
  fonts,
  inOrder,
  rankingTable,
  saidOf,
  saidOfAll,
  serviceTable,
  weakTable,
  type OfficeTable,
} from './office-tables';

/** The width between the margins of A4, in twentieths of a point. */
const pageWidth = 9638;

type Block = Paragraph | Table | TableOfContents;

/** The bytes of the document. Word fills in the table of contents on opening, after asking. */
export async function docxReport(input: ReportInput): Promise<Uint8Array> {
  const { checked, t, today } = input;
  const title = printable(reportTitle(checked, t));
  const all = inOrder(input);
  const [first] = all;
  const children: Block[] = [
    new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
    new Paragraph(t('report.made', { date: today })),
    new TableOfContents(t('report.short.contents'), { hyperlink: true, headingStyleRange: '1-2' }),
  ];
  if (all.length === 1 && first) children.push(...oneBlocks(first, input));
  else {
    children.push(heading(t('report.short.ranking')), new Paragraph(saidOfAll(input)));
    children.push(tableOf(rankingTable(all, input)), ...all.flatMap((one) => oneBlocks(one, input)));
  }
  const number = new Paragraph({
    children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
  });
  const margins = { top: 1134, right: 1134, bottom: 1134, left: 1134 };
  const document = new Document({
    title,
    features: { updateFields: true },
    styles: { default: { document: { run: { font: fonts[t.language], size: 21 } } } },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: margins } },
        footers: { default: new Footer({ children: [number] }) },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
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

function oneBlocks({ one, title }: Ranked, input: ReportInput): Block[] {
  const { t } = input;
  const head = [heading(printable(title)), new Paragraph(saidOf(one, input))];
  if (!isScorable(one.assessment)) return head;
  const changes = changeTable(one, input);
  const part = (name: string, table: OfficeTable) => (table.rows.length ? [heading(name, 2), tableOf(table)] : []);
  return [
    ...head,
    ...part(t('view.areas'), areaTable(one, input)),
    ...part(t('report.short.weakest'), weakTable(one, input, 10)),
    ...part(t('report.short.actions'), actionTable(one, input)),
    ...(changes ? part(t('change.since', { name: changes.since }), changes) : []),
    ...part(t('report.services'), serviceTable(one, input)),
  ];
}

/** A table whose first row repeats on every page, and whose rows do not break across pages. */
function tableOf({ head, rows, widths }: OfficeTable): Table {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const columnWidths = widths.map((width) => Math.round((width / whole) * pageWidth));
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (text, index) =>
          new TableCell({
            width: { size: columnWidths[index] ?? 0, type: WidthType.DXA },
            margins: { top: 40, bottom: 40, left: 80, right: 80 },
            shading: isHead ? { fill: 'E6E9EF' } : undefined,
            children: [new Paragraph({ children: [new TextRun({ text, bold: isHead, size: 18 })] })],
          }),
      ),
    });
  return new Table({
    width: { size: pageWidth, type: WidthType.DXA },
    columnWidths,
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  });
}
