import type { JSX } from 'preact';
import type { Translate } from '../messages/messages';
import type { ServiceChange } from '../scoring/compare';
import { levelNumbers, nameOf } from '../sheet/sheet';
import { changeClass, changeLabel, changeMark } from './change-marks';
import { cellAttributes, elementsFor } from './elements';
import { Found } from './Found';
import { LevelCell } from './LevelCell';
import { Marks, type marksOf } from './Marks';
import type { Callbacks } from './props';
import { gapMark, gapText, isRated, stateText, type Row } from './rows';
import { named } from './named';

/** The values of a service on the two sides of a merge conflict. */
export interface GridConflict {
  readonly ours: string;
  readonly theirs: string;
  readonly title: string;
}

interface Props {
  readonly row: Row;
  readonly t: Translate;
  readonly on?: Callbacks;
  readonly selected: boolean;
  /** The column of the grid's tab stop, when it is in this row. */
  readonly column?: number;
  readonly readOnly: boolean;
  /** The change since the baseline. */
  readonly change?: ServiceChange;
  /** The values on the sides of a merge conflict. */
  readonly conflict?: GridConflict;
  /** The marks for what the file records. */
  readonly marks?: ReturnType<typeof marksOf>;
}

/** One service: title, six levels (or why there are none), gap. */
export function GridRow({
  row,
  t,
  on,
  selected,
  column,
  readOnly,
  change,
  conflict,
  marks: held = [],
}: Props): JSX.Element {
  const { service, scored } = row;
  const { Row: Line } = elementsFor(on);
  const marks: typeof held = conflict ? [...held, { kind: 'problems', urgent: true, text: conflict.title }] : held;
  const score = scored.score === null ? '' : ` score-${scored.score}`;
  return (
    <Line
      role={on && 'row'}
      class={`row ${scored.state}${score}${selected ? ' selected' : ''}${conflict ? ' conflict' : ''}`}
      data-service={service.id}
      data-state={scored.state}
      data-change={change?.kind}
      aria-selected={on ? selected : undefined}
    >
      <Title row={row} t={t} on={on} current={column === 0} selected={selected} change={change} marks={marks} />
      {isRated(row) ? (
        levelNumbers.map((level) => (
          <LevelCell
            key={level}
            row={row}
            level={level}
            t={t}
            on={on}
            current={column === level + 1}
            readOnly={readOnly}
            before={change?.before.score}
            disputed={conflict && [conflict.ours, conflict.theirs].includes(String(level))}
          />
        ))
      ) : (
        <Reason row={row} t={t} on={on} current={column !== undefined && column > 0 && column < 7} />
      )}
      <Gap row={row} t={t} on={on} current={column === 7} change={change} />
    </Line>
  );
}

interface CellProps {
  readonly row: Row;
  readonly t: Translate;
  readonly on?: Callbacks;
  readonly current: boolean;
  readonly change?: ServiceChange;
}

type TitleProps = CellProps & Required<Pick<Props, 'marks' | 'selected'>>;

function Title({ row, t, on, current, selected, change, marks }: TitleProps): JSX.Element {
  const { service, scored } = row;
  const now = scored.score === null ? undefined : service.levels[scored.score]?.summary;
  const spoken = [
    nameOf(service),
    stateText(row, t),
    ...(change ? [changeLabel(change, t)] : []),
    ...marks.map(({ text }) => text),
  ].join(t('view.separator'));
  const { Head } = elementsFor(on);
  return (
    <Head
      class="title"
      {...cellAttributes(on, 'rowheader', 1)}
      {...place(on, service.id, 0, current)}
      {...(on ? named(spoken, nameOf(service)) : { 'aria-label': spoken })}
      onClick={
        on &&
        (() => {
          // A click on the selected row opens its details.
          if (selected) return on.open(service.id);
          on.select({ service: service.id, column: 0 });
          on.follow(service.id);
        })
      }
    >
      <span class="id">{service.id}</span>{' '}
      <span class="name">
        <Found text={service.title} />
        {now && (
          <span class="now" aria-hidden="true">
            {now}
          </span>
        )}
      </span>
      <Marks marks={marks} />
    </Head>
  );
}

function Reason({ row, t, on, current }: CellProps): JSX.Element {
  const { Cell } = elementsFor(on);
  return (
    <Cell
      class="reason"
      {...cellAttributes(on, 'gridcell', 2, 6)}
      {...place(on, row.service.id, 1, current)}
      data-span="6"
      title={stateText(row, t)}
    >
      {stateText(row, t)}
    </Cell>
  );
}

/** The accessible name of a change. It contains the number that is visible (WCAG 2.5.3, label in name). */
function labelOfChange(change: ServiceChange, t: Translate): string {
  return change.change ? `${changeMark(change)} (${changeLabel(change, t)})` : changeLabel(change, t);
}

function gapClass(gap: number | null): string {
  if (gap === 0) return ' reached';
  return gap ? ' short' : '';
}

/** The gap to the target, or what changed since the baseline, where there is one. */
function Gap({ row, t, on, current, change }: CellProps): JSX.Element {
  const { service, scored } = row;
  const text = change ? labelOfChange(change, t) : gapText(scored, t);
  const kind = change ? changeClass(change) : gapClass(scored.gap);
  const { Cell } = elementsFor(on);
  return (
    <Cell
      class={`gap${kind}`}
      {...cellAttributes(on, 'gridcell', 8)}
      {...place(on, service.id, 7, current)}
      {...(on ? named(text) : { 'aria-label': text })}
    >
      <span aria-hidden="true">{change ? changeMark(change) : gapMark(scored)}</span>
    </Cell>
  );
}

interface Place {
  readonly 'data-column': number;
  readonly tabIndex?: 0 | -1;
  readonly onClick?: () => void;
}

/** The attributes that make a cell reachable by the cursor. */
function place(on: Callbacks | undefined, service: string, column: number, current: boolean): Place {
  const shared = { 'data-column': column };
  return on ? { ...shared, tabIndex: current ? 0 : -1, onClick: () => on.select({ service, column }) } : shared;
}
