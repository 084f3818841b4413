/**
 * Reads the wording from the published sheet's text, as a PDF reader or converter extracts it: one page per service,
 * with the objective, a row of levels 0 to 5 and glossary notes. What does not fit is reported, never guessed.
 */
import type { Language } from '../../messages/messages';
import type { AreaOverlay, LevelOverlay, ServiceOverlay } from '../overlay';
import { referencesOf } from '../../sheet/references';
import {
  areaIds,
  levelNumbers,
  outOfScopeIds,
  referencesByLevel,
  serviceIds,
  type LevelNumber,
} from '../../sheet/sheet';
import { cellText, folded, isBlankCell, joinLines } from './cell-text';
import { excerpt, type Finding, type ImportedOverlay } from './imported-overlay';
import { markedLines, type MarkedLine } from './lines';
import { CellCount, rowOf } from './row';

/** The lines of one service, from its heading to the next. */
interface Page {
  readonly id: string;
  readonly heading: MarkedLine;
  readonly lines: MarkedLine[];
}

/** Imports a sheet's text as an overlay, with findings about what could not be placed. */
export function importSheetText(text: string): ImportedOverlay {
  const lines = markedLines(text);
  const findings: Finding[] = [];
  const pages = pagesOf(lines);
  const services: Record<string, ServiceOverlay> = {};
  for (const id of serviceIds) {
    const page = pages.get(id);
    if (page) services[id] = new PageReader(page, findings).read();
    else findings.push({ kind: 'service-missing', service: id });
  }
  const areas = Object.fromEntries(areaIds.flatMap((id): [string, AreaOverlay][] => areaOf(id, lines, findings)));
  return { overlay: { language: languageOf(text), areas, services }, findings };
}

function languageOf(text: string): Language {
  return /[\u3041-\u30ff]/.test(text) ? 'ja' : 'en';
}

/** The lines of each service; a heading repeated on a further page continues its service. */
function pagesOf(lines: readonly MarkedLine[]): Map<string, Page> {
  const pages = new Map<string, Page>();
  let page: Page | undefined;
  for (const line of lines) {
    if (line.mark.is === 'heading') {
      const { id } = line.mark;
      page = pages.get(id) ?? { id, heading: line, lines: [] };
      if (page.heading !== line) page.lines.push(line);
      pages.set(id, page);
    } else page?.lines.push(line);
  }
  return pages;
}

/** The title that most of an area's pages give. */
function areaOf(id: string, lines: readonly MarkedLine[], findings: Finding[]): [string, AreaOverlay][] {
  const titles = lines.flatMap(({ mark }) =>
    mark.is === 'area' && mark.id === id && mark.title !== '' ? [mark.title] : [],
  );
  const times = new Map<string, number>();
  for (const title of titles) times.set(title, (times.get(title) ?? 0) + 1);
  const [title, ...others] = [...times].sort(([, a], [, b]) => b - a).map(([title]) => title);
  for (const text of others) findings.push({ kind: 'area-title', area: id, text });
  return title === undefined ? [] : [[id, { title }]];
}

class PageReader {
  private readonly id: string;

  constructor(
    private readonly page: Page,
    private readonly findings: Finding[],
  ) {
    this.id = page.id;
  }

  read(): ServiceOverlay {
    const { heading, lines } = this.page;
    const own = this.withoutRepetition(lines.filter(({ mark }) => mark.is !== 'page-header' && mark.is !== 'area'));
    const names = own.findIndex(({ mark }) => mark.is === 'level-names');
    const head = names < 0 ? own : own.slice(0, names);
    const body = names < 0 ? [] : own.slice(names).filter(({ mark }) => mark.is !== 'level-names');
    const aim = head.findIndex(({ mark }) => mark.is === 'objective');
    const title = this.join([
      heading.mark.is === 'heading' ? heading.mark.title : '',
      ...textsOf(this.upToBlank(head.slice(0, aim < 0 ? head.length : aim))),
    ]);
    const objective = this.objective(aim < 0 ? [] : this.upToBlank(head.slice(aim)));
    const { levels, notes } = this.body(body);
    return { ...(title && { title }), ...(objective && { objective }), levels, ...(notes.length && { notes }) };
  }

  /** Removes the heading and objective that a further page repeats; where the words differ, reports them. */
  private withoutRepetition(lines: readonly MarkedLine[]): MarkedLine[] {
    const { heading } = this.page;
    const aim = lines.find(({ mark }) => mark.is === 'objective');
    const words = { heading: folded(heading.text), objective: folded(aim?.text ?? '') };
    const kept: MarkedLine[] = [];
    for (const line of lines) {
      const { is } = line.mark;
      if ((is !== 'heading' && is !== 'objective') || line === heading || line === aim) kept.push(line);
      else if (folded(line.text) !== words[is]) {
        this.findings.push({ kind: 'repeated', service: this.id, line: line.number });
      }
    }
    return kept;
  }

  private objective(lines: readonly MarkedLine[]): string {
    const [first, ...more] = lines;
    const objective = first?.mark.is === 'objective' ? cellText(this.join([first.mark.text, ...textsOf(more)])) : '';
    if (!objective) this.findings.push({ kind: 'objective-missing', service: this.id });
    return objective;
  }

  /** The lines up to the first blank one: what follows it is not part of a title or an objective. */
  private upToBlank(lines: readonly MarkedLine[]): MarkedLine[] {
    const kept = lines.filter(({ mark }) => mark.is !== 'heading' && mark.is !== 'out-of-scope');
    const start = kept.findIndex(({ mark }) => mark.is !== 'blank');
    const end = kept.findIndex(({ mark }, index) => index > start && mark.is === 'blank');
    const [block, rest] = end < 0 ? [kept, []] : [kept.slice(0, end), kept.slice(end)];
    for (const { mark, number, text } of rest)
      if (mark.is !== 'blank')
        this.findings.push({ kind: 'unplaced', service: this.id, line: number, text: excerpt(text) });
    return block.filter(({ mark }) => mark.is !== 'blank');
  }

  /** Splits a page's body: the row continues over blank lines until all cells are found; notes follow. */
  private body(lines: readonly MarkedLine[]): { levels: Record<string, LevelOverlay>; notes: string[] } {
    const blocks = blocksOf(lines);
    const row: MarkedLine[] = [];
    const count = new CellCount();
    const end = blocks.findIndex((block) => {
      for (const line of block) {
        row.push(line);
        count.add(line);
      }
      return count.cells >= levelNumbers.length;
    });
    const others = end < 0 ? [] : blocks.slice(end + 1);
    const tail = noteStart(row);
    const notes = tail < 0 ? others : [row.splice(tail), ...others];
    return { levels: this.levels(row), notes: [...new Set(notes.flatMap((block) => this.notes(block)))] };
  }

  private levels(lines: readonly MarkedLine[]): Record<string, LevelOverlay> {
    const described = levelNumbers.filter((level) => referencesByLevel(this.id)[level]);
    if (lines.length === 0) {
      this.findings.push(...described.map((level): Finding => ({ kind: 'level-missing', service: this.id, level })));
      return {};
    }
    const row = rowOf(lines, (level, text) => this.doubt(text, level as LevelNumber));
    if ('found' in row) {
      this.findings.push({ kind: 'columns', service: this.id, line: lines[0]?.number ?? 0, cells: row.found });
      return {};
    }
    return Object.fromEntries(levelNumbers.flatMap((level) => this.level(level, cellText(row.cells[level] ?? ''))));
  }

  private level(level: LevelNumber, text: string): [string, LevelOverlay][] {
    const expected = referencesByLevel(this.id)[level];
    const place = { service: this.id, level };
    if (isBlankCell(text)) {
      if (expected) this.findings.push({ kind: 'level-missing', ...place });
      return [];
    }
    if (!expected) {
      this.findings.push({ kind: 'level-surplus', ...place, text: excerpt(text) });
      return [];
    }
    const cited = new Set(referencesOf(text));
    const differing = [
      ...expected.filter((reference) => !cited.has(reference)),
      ...[...cited].filter((reference) => !expected.includes(reference)),
    ];
    if (differing.length)
      this.findings.push({
        kind: 'references',
        ...place,
        text: differing.map((reference) => `[${reference}]`).join(' '),
      });
    return [[String(level), { description: text }]];
  }

  /** The notes of a block: each starts with its term and a colon. */
  private notes(block: readonly MarkedLine[]): string[] {
    const groups: MarkedLine[][] = [];
    for (const line of block) {
      if (isNote(line.text)) groups.push([line]);
      else if (groups.length) groups.at(-1)?.push(line);
      else if (!outOfScopeIds.includes(this.id) || !isBlankCell(cellText(line.text))) {
        this.findings.push({ kind: 'unplaced', service: this.id, line: line.number, text: excerpt(line.text) });
      }
    }
    return groups.map((lines) => cellText(this.join(textsOf(lines))).replace(/\n+/g, ' '));
  }

  private join(texts: readonly string[]): string {
    const text = joinLines(texts, (joint) => this.doubt(joint)).trim();
    // A tab outside a row of levels separates nothing, so it becomes a space.
    for (const { index } of text.matchAll(/\t/g))
      this.doubt(`${text.slice(Math.max(0, index - 12), index)}|${text.slice(index + 1, index + 13)}`);
    return text;
  }

  private doubt(text: string, level?: LevelNumber): void {
    this.findings.push({ kind: 'joined', service: this.id, level, text });
  }
}

function textsOf(lines: readonly MarkedLine[]): string[] {
  return lines.filter(({ mark }) => mark.is !== 'blank' && mark.is !== 'out-of-scope').map(({ text }) => text);
}

/** Groups lines that are separated by blank lines. */
function blocksOf(lines: readonly MarkedLine[]): MarkedLine[][] {
  const blocks: MarkedLine[][] = [[]];
  for (const line of lines) {
    if (line.mark.is === 'blank') blocks.push([]);
    else blocks.at(-1)?.push(line);
  }
  return blocks.filter((block) => block.length > 0);
}

/** The index where notes begin that follow a complete row without a blank line, or -1. */
function noteStart(row: readonly MarkedLine[]): number {
  const count = new CellCount();
  return row.findIndex((line, index) => {
    const before = row[index - 1];
    if (before) count.add(before);
    const isAtEnd = before !== undefined && count.isWhole && /[。．.)）>》]$/.test(before.text.trimEnd());
    return isAtEnd && isNote(line.text) && !line.text.includes('\t');
  });
}

function isNote(text: string): boolean {
  return /^\s*[^\s：:。、<>[\]][^：:。、<>[\]]{0,40}[：:]\s*\S/u.test(text);
}
