/** Reads wording from a table of id, level and text, as a spreadsheet exports it. */
import { parse } from 'papaparse';
import type { Language } from '../../messages/messages';
import type { AreaOverlay, LevelOverlay, ServiceOverlay } from '../overlay';
import { areaIds, levelCalled, type LevelNumber, referencesByLevel, serviceIds } from '../../sheet/sheet';
import { cellText, folded } from './cell-text';
import { excerpt, type Finding, type ImportedOverlay } from './imported-overlay';
import { withoutSeparatorLine } from './separator';

/** Values of the level column that are not numbers, in either language. */
const parts: Readonly<Record<string, 'title' | 'objective' | 'note' | 'summary'>> = {
  title: 'title',
  objective: 'objective',
  note: 'note',
  summary: 'summary',
  名称: 'title',
  タイトル: 'title',
  目的: 'objective',
  注記: 'note',
  用語: 'note',
  概要: 'summary',
};

interface Draft {
  title?: string;
  objective?: string;
  notes: string[];
  readonly levels: Record<string, LevelOverlay>;
}

/**
 * Imports a table as an overlay. The first row names the columns; without names their order is id, level, text. Rows
 * without a text are skipped.
 */
export function importSheetCsv(text: string): ImportedOverlay {
  const { table: cells, separator } = withoutSeparatorLine(text.replace(/^\ufeff/, ''));
  const { data } = parse<string[]>(cells, { skipEmptyLines: false, ...(separator && { delimiter: separator }) });
  const columns = columnsOf(data[0] ?? []);
  const table = new Table();
  data.forEach((row, index) => {
    if (index === 0 && columns.named) return;
    const [id = '', level = '', words = ''] = [columns.id, columns.level, columns.text].map(
      (column) => row[column] ?? '',
    );
    if (words.trim() !== '') table.add(folded(id), folded(level).toLowerCase(), cellText(words), index + 1);
  });
  const language: Language = /[\u3041-\u30ff]/.test(text) ? 'ja' : 'en';
  return { overlay: { language, areas: table.areas, services: table.overlays() }, findings: table.findings };
}

function columnsOf(first: readonly string[]): { named: boolean; id: number; level: number; text: number } {
  const names = first.map((name) => folded(name).toLowerCase());
  const find = (...known: string[]) => names.findIndex((name) => known.includes(name));
  const [id, level, text] = [
    find('id', 'service', 'サービス', 'サービスid'),
    find('level', 'レベル'),
    find('text', 'wording', 'description', '文言', '本文', '記述'),
  ];
  return id >= 0 && level >= 0 && text >= 0
    ? { named: true, id, level, text }
    : { named: false, id: 0, level: 1, text: 2 };
}

class Table {
  readonly findings: Finding[] = [];
  readonly areas: Record<string, AreaOverlay> = {};
  private readonly services: Record<string, Draft> = {};

  add(id: string, place: string, text: string, line: number): void {
    const part = Object.hasOwn(parts, place) ? parts[place] : undefined;
    const level = levelCalled(/^(?:level|レベル)?\s*(\d)$/.exec(place)?.[1] ?? '');
    if (areaIds.includes(id) && (part === 'title' || part === 'summary'))
      return this.once(id, this.areas[id]?.[part], line, () => (this.areas[id] = { ...this.areas[id], [part]: text }));
    if (!serviceIds.includes(id) || part === 'summary' || (level === undefined && !part))
      return void this.findings.push({ kind: 'unplaced', line, text: excerpt(`${id} ${place} ${text}`) });
    const draft = (this.services[id] ??= { notes: [], levels: {} });
    if (level !== undefined) return this.level(draft, id, level, text, line);
    if (part === 'note') draft.notes.push(text.replace(/\n+/g, ' '));
    else if (part) this.once(id, draft[part], line, () => (draft[part] = text.replace(/\n+/g, ' ')));
  }

  private level(draft: Draft, service: string, level: LevelNumber, text: string, line: number): void {
    if (!referencesByLevel(service)[level])
      return void this.findings.push({ kind: 'level-surplus', service, level, text: excerpt(text) });
    this.once(service, draft.levels[level], line, () => (draft.levels[level] = { description: text }));
  }

  private once(service: string, present: unknown, line: number, set: () => void): void {
    if (present === undefined) set();
    else this.findings.push({ kind: 'repeated', service, line });
  }

  overlays(): Record<string, ServiceOverlay> {
    const drafts = serviceIds.flatMap((id) => (this.services[id] ? [[id, this.services[id]] as const] : []));
    return Object.fromEntries(
      drafts.map(([id, { notes, ...rest }]) => [id, { ...rest, ...(notes.length && { notes }) }]),
    );
  }
}
