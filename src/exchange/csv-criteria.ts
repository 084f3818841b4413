/**
 * Answers to criteria in one cell, one per line: `2b: met; evidence: docs/intake.md; note: Form on the web site`.
 *
 * States are read back; evidence and notes have parts that a cell cannot hold. An unchanged or missing line changes
 * nothing; a dash (`2b: -`) removes an answer.
 */
import type { CriterionAnswer, ServiceEntry } from '../assessment/assessment';
import { criterionStates, type CriterionState } from '../assessment/criterion-states';
import { onOneLine } from '../messages/one-line';
import type { MessageKey, MessageParameters } from '../messages/messages';
import { cellText } from './cell-text';

/** An answer as a line of a cell: the part before evidence and note, and these. */
export interface AnswerLine {
  readonly state: CriterionState | null;
  readonly details: string;
  readonly line: string;
}

/** The lines for a service's answers by criterion id, in the order of the file. */
export function answerLines(entry: Pick<ServiceEntry, 'criteria'> | undefined): Map<string, AnswerLine> {
  return new Map([...(entry?.criteria ?? [])].map(([id, answer]) => [id, answerLine(answer)]));
}

function answerLine({ id, state, evidence, note }: CriterionAnswer): AnswerLine {
  const links = evidence.map(({ link }) => link.value.trim()).join(', ');
  const parts = [...(links ? [`evidence: ${links}`] : []), ...(note ? [`note: ${note.value.trim()}`] : [])];
  const details = lineText(parts.join('; '));
  const said = lineText(`${id}: ${state?.value ?? '-'}`);
  return { state: state?.value ?? null, details, line: details ? `${said}; ${details}` : said };
}

function lineText(text: string): string {
  return cellText(onOneLine(text.replaceAll('\r', '\n'))).trim();
}

/** What a line says of a criterion; without a state its answer is removed. */
export interface GivenAnswer {
  readonly criterion: string;
  readonly state: CriterionState | null;
  readonly details: string;
}

/** The answers that are new in a cell, and those whose lines are missing; or why it cannot be read. */
export type GivenAnswers =
  | { readonly answers: readonly GivenAnswer[]; readonly gone: readonly string[] }
  | { readonly refused: MessageKey; readonly parameters: MessageParameters };

/**
 * Compares a cell with its previous lines (`before`) and the existing criteria (`known`). Several answers may share a
 * line, as in `2a: met; 3b: partly`; from `evidence:` or `note:` on it belongs to the last of them. Character width and
 * letter case are ignored: spreadsheets capitalise sentences.
 */
export function readAnswers(
  cell: string,
  before: ReadonlyMap<string, AnswerLine>,
  known: readonly string[],
): GivenAnswers {
  const lines = cell.split('\n').map((line) => line.trim());
  const seen = new Set([...before].flatMap(([id, { line }]) => (lines.includes(line) ? [id] : [])));
  const same = new Set([...before.values()].map(({ line }) => line));
  const answers: GivenAnswer[] = [];
  for (const { text, criterion, state, details } of lines.filter((line) => !same.has(line)).flatMap(piecesOf)) {
    if (criterion === undefined || state === undefined)
      return { refused: 'import.bad-criterion', parameters: { value: text } };
    const isKnown = known.includes(criterion) || (state === null && before.has(criterion));
    if (!isKnown) return { refused: 'import.unknown-criterion', parameters: { id: criterion } };
    if (seen.has(criterion)) return { refused: 'import.criterion-twice', parameters: { id: criterion } };
    seen.add(criterion);
    answers.push({ criterion, state, details });
  }
  return { answers, gone: [...before.keys()].filter((id) => !seen.has(id)) };
}

/** One answer as written in a cell, not validated. */
interface Piece {
  readonly text: string;
  readonly criterion?: string;
  readonly state?: CriterionState | null;
  readonly details: string;
}

const detailed = /[;；]\s*(?=(?:evidence|note)\s*[:：])/i;
const answered = /^(\d[a-z]):?([a-z-]+)$/;

function piecesOf(line: string): Piece[] {
  const [said = '', ...more] = line.split(detailed);
  const parts = said.split(/[;；]/).flatMap((part) => part.trim() || []);
  return parts.map((text, index) => {
    const [, criterion, word] = answered.exec(text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')) ?? [];
    const state = word === '-' ? null : criterionStates.find((one) => one === word);
    return { text, criterion, state, details: index === parts.length - 1 ? more.join('; ') : '' };
  });
}
