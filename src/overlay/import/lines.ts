/**
 * Classifies the lines of an extracted sheet by their look: headings, page headers, rows of level names, and the rest.
 */
import { serviceIds } from '../../sheet/sheet';
import { folded } from './cell-text';

export interface Line {
  readonly text: string;
  /** Counted from 1. */
  readonly number: number;
}

export type Mark =
  | { readonly is: 'blank' | 'page-header' | 'level-names' | 'out-of-scope' | 'text' }
  | { readonly is: 'area'; readonly id: string; readonly title: string }
  | { readonly is: 'heading'; readonly id: string; readonly title: string }
  | { readonly is: 'objective'; readonly text: string };

export interface MarkedLine extends Line {
  readonly mark: Mark;
}

const area = /^\s*サービス\s*エリア\s*([0-9０-９])(?:\s*[/／])?(.*)$/su;
const heading = /^\s*([0-9０-９])\s*[.．]\s*([0-9０-９])(?![.．]?[0-9０-９])(.*)$/su;
const objective = /^\s*目\s*的\s*[：:](.*)$/su;
const levelNames = /^\s*(?:レベル\s*[0-9０-９]\s*)+$/u;

/** All lines with their marks. A heading counts only where an objective follows: cells may start with a number, too. */
export function markedLines(text: string): MarkedLine[] {
  const lines = text
    .replace(/^\ufeff/, '')
    .replace(/\f/g, '\n')
    .split(/\r\n|\r|\n/)
    .map((line, index): Line => ({ text: line, number: index + 1 }));
  return lines.map((line, index) => ({ ...line, mark: markOf(line, lines.slice(index + 1, index + 9)) }));
}

function markOf({ text }: Line, following: readonly Line[]): Mark {
  return simpleMark(text) ?? areaMark(text) ?? objectiveMark(text) ?? headingMark(text, following) ?? { is: 'text' };
}

function simpleMark(text: string): Mark | undefined {
  const plain = folded(text);
  if (plain === '') return { is: 'blank' };
  if (/^PSIRT\s*Services?\s*Framework\s*Ver/i.test(plain)) return { is: 'page-header' };
  if (levelNames.test(text)) return { is: 'level-names' };
  return /^※?\s*対象外$/.test(plain) ? { is: 'out-of-scope' } : undefined;
}

function areaMark(text: string): Mark | undefined {
  const [, id, title = ''] = area.exec(text) ?? [];
  return id === undefined ? undefined : { is: 'area', id: folded(id), title: title.trim() };
}

function objectiveMark(text: string): Mark | undefined {
  const [, aim] = objective.exec(text) ?? [];
  return aim === undefined ? undefined : { is: 'objective', text: aim.trimStart() };
}

function headingMark(text: string, following: readonly Line[]): Mark | undefined {
  const [, major, minor, title = ''] = heading.exec(text) ?? [];
  const id = `${folded(major ?? '')}.${folded(minor ?? '')}`;
  if (!serviceIds.includes(id)) return undefined;
  const next = following.filter((line) => folded(line.text) !== '').slice(0, 2);
  return next.some((line) => objective.test(line.text)) ? { is: 'heading', id, title: title.trim() } : undefined;
}
