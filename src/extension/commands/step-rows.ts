/**
 * A step of guided scoring as the rows of a quick pick. These have a single line each, so longer texts are wrapped into
 * several rows.
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

/** The meaning of a row; rows with text only have none. */
export type StepChoice = { readonly score: LevelNumber } | 'exclude' | 'include' | 'skip';

export interface StepRow extends Item {
  readonly choice?: StepChoice;
  /** The level of the row. */
  readonly level?: LevelNumber;
}

/** The number of columns of a label that fit a quick pick of full width, beside a heading. */
const width = 70;

/** `vscode.QuickPickItemKind.Separator`, which is not available in tests outside VS Code. */
const separator = -1;

/**
 * The rows: one for each level from 0 upwards with its summary, and the other ways to answer; below them the texts to
 * read: the objective, or the full text of the level under the cursor.
 */
export function stepRows(row: Row, reading: LevelNumber | undefined, t: Translate): StepRow[] {
  const { service } = row;
  const objective = [heading(t('view.objective')), ...linesOf(service.objective)];
  return [
    ...(isRated(row) ? [] : [{ label: ours`$(circle-slash) ${label(stateText(row, t))}` }]),
    heading(t('guided.levels')),
    ...offeredLevels(service).map((level) => levelRow(row, level, t)),
    heading(t('guided.otherwise')),
    exclusionRow(row, t),
    { label: ours`$(arrow-right) ${t('view.step-skip')}`, description: t('guided.skip-what'), choice: 'skip' },
    ...(reading === undefined
      ? [...objective, ...textRows(row, startingLevel(row), t)]
      : [...textRows(row, reading, t), ...objective]),
  ];
}

function exclusionRow({ scored }: Row, t: Translate): StepRow {
  if (scored.state === 'excluded') return { label: ours`$(circle-slash) ${t('view.include')}`, choice: 'include' };
  return {
    label: ours`$(circle-slash) ${t('view.exclude')}`,
    description: t('guided.exclude-when'),
    choice: 'exclude',
  };
}

function textRows({ service }: Row, level: LevelNumber, t: Translate): StepRow[] {
  const own = service.levels[level];
  return own ? [heading(t('view.level', { level })), ...linesOf(levelWords(own, t))] : [];
}

/** A row that says that a level does not exist, and which do; choosing it does nothing. */
export function noLevelRow({ service }: Row, level: number, t: Translate): StepRow {
  const levels = offeredLevels(service).join(t('list.separator'));
  return { label: ours`$(info) ${t('guided.no-level', { level, levels: label(levels) })}`, alwaysShow: true };
}

/** The level at which the cursor starts: the scored one, or the lowest. */
export function startingLevel({ service, scored }: Row): LevelNumber {
  return offeredLevels(service).find((level) => level === scored.score) ?? 0;
}

function levelRow({ service, scored }: Row, level: LevelNumber, t: Translate): StepRow {
  const isScore = scored.score === level;
  const marks = [
    isScore && t('view.cell-score'),
    levelReaching(service, scored.target) === level && t('view.cell-target'),
  ].filter((mark) => mark !== false);
  const icon = isScore ? 'pass-filled' : 'circle-large-outline';
  return {
    label: ours`$(${icon}) ${level}  ${label(levelSummary(service, level, t))}`,
    description: joined(marks, ' · '),
    choice: { score: level },
    level,
  };
}

function linesOf(text: string): StepRow[] {
  return wrap(text, { width, measure: simpleWidth })
    .filter((line) => line.trim())
    .map((line) => ({ label: label(line) }));
}

function heading(name: Label): StepRow {
  return { label: name, kind: separator };
}
