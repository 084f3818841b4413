/** Slides with titles, texts and tables, laid out for our own look or for that of a template. */
import { unzipSync, zipSync } from 'fflate';
import PptxGenJS from 'pptxgenjs';
import type { Language } from '../../messages/messages';
import { simpleWidth } from '../terminal/columns';
import { fonts, levelColour, type OfficeTable } from './office-tables';
import { readSlideTemplate, type Box, type SlideTemplate } from './slide-template';

export type Slide = ReturnType<PptxGenJS['addSlide']>;

/** Our own slides, in inches. */
const usual = { width: 13.33, height: 7.5, area: { x: 0.5, y: 1.15, w: 12.33, h: 5.75 } };

const languageTags: Readonly<Record<Language, string>> = { en: 'en-GB', ja: 'ja-JP' };
const grey = '59636E';
const tableFont = 12;
/** Sizes of the text of a table: of a character, of a line, and around it; in inches. */
const [character, line, around] = [0.088, 0.2, 0.13];

export class Deck {
  readonly writer = new PptxGenJS();
  private readonly template?: SlideTemplate;
  /** The options of every text: its language, and the colour that a template gives to texts. */
  readonly text: { readonly lang: string; readonly color: string };

  /** Throws `TemplateRefused`. */
  constructor(language: Language, title: string, template?: Uint8Array) {
    this.template = template && readSlideTemplate(template);
    this.text = { lang: languageTags[language], color: this.template?.colour ?? 'tx1' };
    const { width, height } = this.template ?? usual;
    this.writer.defineLayout({ name: 'slides', width, height });
    this.writer.layout = 'slides';
    this.writer.theme = { headFontFace: fonts[language], bodyFontFace: fonts[language] };
    this.writer.title = title;
    this.defineMasters(width, height);
  }

  /** The place for contents below the title. */
  get area(): Box {
    return (this.template ?? usual).area;
  }

  /** The first slide. */
  addCover(title: string, facts: readonly string[]): void {
    const slide = this.writer.addSlide({ masterName: 'cover' });
    slide.addText(title, { ...this.text, placeholder: 'title' });
    slide.addText(facts.join('\n'), { ...this.text, placeholder: 'body' });
  }

  addSlide(title: string): Slide {
    const slide = this.writer.addSlide({ masterName: 'content' });
    slide.addText(title, { ...this.text, placeholder: 'title' });
    return slide;
  }

  /** Adds a list of sentences. */
  addSentences(slide: Slide, sentences: readonly string[], place: Box): void {
    const runs = sentences.map((text) => ({
      text,
      options: { ...this.text, bullet: { indent: 14 }, paraSpaceAfter: 8, breakLine: true },
    }));
    const isLong = sentences.join('').length > 600;
    slide.addText(runs, { ...place, fontSize: isLong ? 14 : 16, valign: 'top', fit: 'shrink', margin: 0 });
  }

  /** Adds a table on as many slides as it needs, evenly filled. */
  addTables(title: string, table: OfficeTable): void {
    const pages = this.pagesOf(table, this.area);
    pages.forEach((rows, index) => {
      const slide = this.addSlide(pages.length > 1 ? `${title} (${index + 1}/${pages.length})` : title);
      this.addTable(slide, { ...table, rows }, this.area);
    });
  }

  /** Adds a table that fits. */
  addTable(slide: Slide, table: OfficeTable, place: Box): void {
    const { head, rows, scores } = table;
    const colW = columnsOf(table, place);
    const heights = [head, ...rows].map((row) => heightOf(row, colW));
    const stretch = Math.min(1.5, place.h / sum(heights));
    const cells = [
      head.map((text) => this.cell(text, { bold: true, color: 'bg1', fill: { color: 'accent1' } })),
      ...rows.map((row) => row.map((text, index) => this.cell(text, index === scores ? levelOptions(text) : {}))),
    ];
    const none = { type: 'none' } as const;
    const rowH = heights.map((height) => height * stretch);
    const border: [PptxGenJS.BorderProps, PptxGenJS.BorderProps, PptxGenJS.BorderProps, PptxGenJS.BorderProps] = [
      none,
      none,
      { type: 'solid', pt: 0.5, color: 'BFBFBF' },
      none,
    ];
    const { x, y, w } = place;
    const style = { fontSize: tableFont, valign: 'middle' as const };
    slide.addTable(cells, { x, y, w, colW, rowH, border, ...style });
  }

  /** The rows of a table for each slide. */
  pagesOf(table: OfficeTable, place: Box): string[][][] {
    const colW = columnsOf(table, place);
    const room = place.h - heightOf(table.head, colW);
    const sized = table.rows.map((row) => ({ row: [...row], height: heightOf(row, colW) }));
    const pages = filled(sized, room);
    const even = sum(sized.map(({ height }) => height)) / pages.length;
    const tallest = Math.max(0, ...sized.map(({ height }) => height));
    const balanced = filled(sized, Math.min(room, even + tallest));
    return (balanced.length === pages.length ? balanced : pages).map((page) => page.map(({ row }) => row));
  }

  /** A cell of a table. */
  cell(text: string, options: PptxGenJS.TableCellProps = {}): PptxGenJS.TableCell {
    return { text, options: { ...this.text, ...options } as PptxGenJS.TableCellProps };
  }

  /** The bytes of the presentation. */
  async write(): Promise<Uint8Array> {
    const bytes = (await this.writer.write({ outputType: 'uint8array' })) as Uint8Array;
    // The library compresses only what it saves itself.
    return this.template ? this.template.place(bytes) : zipSync(unzipSync(bytes));
  }

  private defineMasters(width: number, height: number): void {
    const across = { x: 0.5, w: width - 1 };
    const placeholder = (type: 'title' | 'body', options: object) => ({
      placeholder: { options: { name: type, type, ...across, align: 'left' as const, ...options }, text: '' },
    });
    const slideNumber = { x: width - 0.93, y: height - 0.45, fontSize: 10, color: grey };
    const running = { ...across, y: height - 0.45, w: width - 2, h: 0.3, fontSize: 10, color: grey };
    const background = { color: 'FFFFFF' };
    this.writer.defineSlideMaster({
      ...{ title: 'cover', background, slideNumber },
      objects: [
        { rect: { x: 0.5, y: height * 0.53, w: 1.6, h: 0.06, fill: { color: 'accent1' } } },
        placeholder('title', { y: height * 0.26, h: height * 0.25, fontSize: 36, bold: true, valign: 'bottom' }),
        placeholder('body', { y: height * 0.56, h: height * 0.2, fontSize: 14, color: grey, valign: 'top' }),
      ],
    });
    this.writer.defineSlideMaster({
      ...{ title: 'content', background, slideNumber },
      objects: [
        { text: { text: this.writer.title, options: running } },
        placeholder('title', { y: 0.3, h: 0.7, fontSize: 26 }),
      ],
    });
  }
}

/** The options of a cell with a level. */
export function levelOptions(text: string): PptxGenJS.TableCellProps {
  const color = levelColour(text);
  return color ? { fill: { color }, color: 'FFFFFF', bold: true, align: 'center' } : { align: 'center' };
}

function columnsOf({ widths }: OfficeTable, { w }: Box): number[] {
  const whole = sum(widths);
  return widths.map((width) => (width / whole) * w);
}

/** An estimate of the height of a row, in inches. */
function heightOf(row: readonly string[], columns: readonly number[]): number {
  const lines = row.map((text, index) =>
    Math.max(1, Math.ceil((simpleWidth(text) * character) / Math.max(0.3, (columns[index] ?? 1) - 0.2))),
  );
  return around + line * Math.max(...lines);
}

/** Rows in order, as many to a page as there is room for, and at least one; one empty page for none. */
function filled<T extends { readonly height: number }>(rows: readonly T[], room: number): T[][] {
  const pages: T[][] = [[]];
  let used = 0;
  for (const row of rows) {
    const page = pages.at(-1) ?? [];
    if (page.length && used + row.height > room) {
      pages.push([row]);
      used = row.height;
    } else {
      page.push(row);
      used += row.height;
    }
  }
  return pages;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((whole, one) => whole + one, 0);
}
