import type { JSX } from 'preact';
import type { Translate } from '../messages/messages';
import { isDescribed, levelReaching, type LevelNumber } from '../sheet/sheet';
import { cellAttributes, elementsFor } from './elements';
import type { Callbacks } from './props';
import { cellLabel, cellMarks, type Row } from './rows';
import { named } from './named';

interface Props {
  readonly row: Row;
  readonly level: LevelNumber;
  readonly t: Translate;
  readonly on?: Callbacks;
  /** The cell has the grid's tab stop. */
  readonly current: boolean;
  readonly readOnly: boolean;
  /** The score in the baseline. */
  readonly before?: number | null;
  /** A side of a merge conflict has it as the score. */
  readonly disputed?: boolean;
}

/** One level of a service: filled when it is the score, outlined when it is the target, hatched when not described. */
export function LevelCell({ row, level, t, on, current, readOnly, before, disputed }: Props): JSX.Element {
  const { service } = row;
  const wasScore = before === level && row.scored.score !== level;
  const label = cellLabel(row, level, t) + (wasScore ? t('view.separator') + t('view.cell-before') : '');
  const column = level + 1;
  const { Cell } = elementsFor(on);
  return (
    <Cell
      {...cellAttributes(on, 'gridcell', column + 1)}
      class={classesOf(row, level) + (wasScore ? ' before' : '') + (disputed ? ' disputed' : '')}
      data-level={level}
      data-column={column}
      tabIndex={on && (current ? 0 : -1)}
      aria-disabled={on && (readOnly || !isDescribed(service, level)) ? 'true' : undefined}
      {...(on ? named(label) : { title: label })}
      onClick={on && (() => choose(on, row, level))}
    >
      <span class="number">{level}</span>{' '}
      <span class="words">{service.levels[level]?.summary ?? t(shortKey(row, level))}</span>
      {!on && <Marks marks={cellMarks(row, level, t)} t={t} />}
    </Cell>
  );
}

/** The meaning of colours and outlines as text, for screen readers and copying. */
function Marks({ marks, t }: { marks: readonly string[]; t: Translate }): JSX.Element | null {
  return marks.length > 0 ? <span class="unseen">{`\u00a0[${marks.join(t('view.separator'))}]`}</span> : null;
}

function choose(on: Callbacks, { service }: Row, level: LevelNumber): void {
  on.select({ service: service.id, column: level + 1 });
  on.score(service.id, level);
}

function classesOf({ service, scored }: Row, level: LevelNumber): string {
  const score = scored.score ?? -1;
  const marks = [
    'cell',
    score === level && `scored level-${level}`,
    score > level && 'passed',
    levelReaching(service, scored.target) === level && 'target',
    !service.levels[level] && 'undescribed',
    !isDescribed(service, level) && 'meaningless',
  ];
  return marks.filter(Boolean).join(' ');
}

function shortKey({ service }: Row, level: LevelNumber): 'view.short-not-there-yet' | 'view.short-undescribed' {
  return isDescribed(service, level) ? 'view.short-not-there-yet' : 'view.short-undescribed';
}
