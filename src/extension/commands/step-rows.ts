/**
 * A step of guided scoring as the rows of a quick pick, whose rows are one line each: longer texts are wrapped into
 * several.
 */
import type { Item } from '../core/ask';
import { offeredLevels } from '../../language/guided-scoring';
import { label } from '../../language/interface-text';
import { joined, ours, type Label } from '../../messages/safe-text';
import type { Translate } from '../../messages/messages';
import { simpleWidth } from '../../report/terminal/columns';
import { wrap } from '../../report/terminal/wrap';
import { levelReaching, type LevelNumber } from '../../sheet/sheet';
import { isRated, levelSummary, levelWords, stateText, type Row } from '../../views/rows';

/** What choosing a row means; text to read means nothing. */
export type StepChoice = { readonly score: LevelNumber } | 'exclude' | 'skip';

export interface StepRow extends Item {
  readonly choice?: StepChoice;
  /** The first row of a level, which the cursor starts on. */
  readonly level?: LevelNumber;
}

/** Columns that fit a quick pick of full width: of a description, and of a label with a heading at its end. */
const width = { description: 88, label: 70 };

/** `vscode.QuickPickItemKind.Separator`, which is not there when the tests run outside VS Code. */
const separator = -1;

/**
 * The rows: the objective first, then the levels from 0 upwards with their descriptions, then the other ways to answer.
 */
export function stepRows(row: Row, t: Translate): StepRow[] {
  const { service } = row;
  return [
    heading(t('view.objective')),
    ...linesOf(service.objective, width.label).map((line): StepRow => ({ label: line })),
    ...(isRated(row) ? [] : [{ label: ours`$(circle-slash) ${label(stateText(row, t))}` }]),
    heading(t('guided.levels')),
    ...offeredLevels(service).flatMap((level) => levelRows(row, level, t)),
    heading(t('guided.otherwise')),
    { label: ours`$(circle-slash) ${t('view.exclude')}`, description: t('guided.exclude-when'), choice: 'exclude' },
    { label: ours`$(arrow-right) ${t('view.step-skip')}`, description: t('guided.skip-what'), choice: 'skip' },
  ];
}

/** A row that says why a level was not taken, and which there are; nothing to choose. */
export function noLevelRow({ service }: Row, level: number, t: Translate): StepRow {
  const levels = offeredLevels(service).join(t('list.separator'));
  return { label: ours`$(info) ${t('guided.no-level', { level, levels: label(levels) })}`, alwaysShow: true };
}

/** The row the cursor starts on: the scored level, or the lowest. */
export function startingRow(rows: readonly StepRow[], { scored }: Row): StepRow | undefined {
  return rows.find(({ level }) => level !== undefined && level === (scored.score ?? 0));
}

function levelRows({ service, scored }: Row, level: LevelNumber, t: Translate): StepRow[] {
  const isScore = scored.score === level;
  const marks = [
    isScore && t('view.cell-score'),
    levelReaching(service, scored.target) === level && t('view.cell-target'),
  ].filter((mark) => mark !== false);
  const choice = { score: level };
  const first = ours`$(${isScore ? 'pass-filled' : 'circle-large-outline'}) ${level}  ${label(levelSummary(service, level, t))}`;
  const own = service.levels[level];
  const text = own ? linesOf(levelWords(own, t), width.description) : [];
  return [
    { label: first, description: joined(marks, ' · '), choice, level },
    ...text.map((description): StepRow => ({ label: ours`\u2003\u2002`, description, choice })),
  ];
}

function linesOf(text: string, columns: number): Label[] {
  return wrap(text, { width: columns, measure: simpleWidth })
    .filter((line) => line.trim())
    .map((line) => label(line));
}

function heading(name: Label): StepRow {
  return { label: name, kind: separator };
}
