import type { ComponentChildren, JSX } from 'preact';
import type { Translate } from '../messages/messages';
import { criterionText } from '../sheet/criteria';
import {
  levelNumbers,
  levelReaching,
  nameOf,
  type Criterion,
  type Level,
  type LevelNumber,
  type Service,
} from '../sheet/sheet';
import { Description, GlossaryContext } from './Description';
import { Found } from './Found';
import { isRated, stateText, type Row } from './rows';
import type { SheetColumn } from './sheet-columns';

interface Props {
  readonly columns: readonly SheetColumn[];
  /** The service in each column's language. */
  readonly services: readonly Service[];
  /** The row of the assessment marked in the sheet. */
  readonly row?: Row;
  readonly t: Translate;
}

/** The element id of a service, or of one of its levels, in the document. */
export function placeOf(service: string, level?: number): string {
  return `service-${service}${level === undefined ? '' : `-${level}`}`;
}

/** One service of the sheet: objective, levels from 0 upwards and notes, one column per language. */
export function SheetService({ columns, services, row, t }: Props): JSX.Element | null {
  const [service] = services;
  if (!service) return null;
  const id = placeOf(service.id);
  const each = (content: (service: Service, column: SheetColumn) => ComponentChildren, inline = false): JSX.Element => (
    <Pair columns={columns} inline={inline}>
      {(column, index) => content(services[index] ?? service, column)}
    </Pair>
  );
  const missing = service.outOfScope ? [] : levelNumbers.filter((number) => !service.levels[number]);
  return (
    <section class="sheet-service" id={id} data-place aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>
        {each(
          (one) => (
            <Found text={nameOf(one)} />
          ),
          true,
        )}
      </h3>
      {row && <p class="state">{stateText(row, t)}</p>}
      {each((one, column) => (
        <>
          <p class="label">{column.t('view.objective')}</p>
          <Description text={one.objective} t={column.t} />
          {one.outOfScope && <p class="advice">{column.t('view.out-of-scope')}</p>}
        </>
      ))}
      {levelNumbers.map(
        (number) =>
          service.levels[number] && (
            <SheetLevel
              columns={columns}
              levels={services.map(({ levels }) => levels[number])}
              number={number}
              service={service}
              row={row}
              t={t}
            />
          ),
      )}
      {missing.length > 0 && (
        <p class="advice">{t('view.sheet-levels-not-described', { levels: missing.join(t('view.separator')) })}</p>
      )}
      {service.notes.length > 0 &&
        each((one, column) => <Notes heading={column.t('view.sheet-notes')} notes={one.notes} />)}
    </section>
  );
}

interface LevelProps extends Pick<Props, 'columns' | 'row' | 't'> {
  readonly levels: readonly (Level | null | undefined)[];
  readonly number: LevelNumber;
  readonly service: Service;
}

function SheetLevel({ columns, levels, number, service, row, t }: LevelProps): JSX.Element {
  const isScore = row?.scored.score === number;
  const isTarget = row !== undefined && isRated(row) && levelReaching(service, row.scored.target) === number;
  const marks = [isScore && t('view.cell-score'), isTarget && t('view.cell-target')].filter((mark) => mark !== false);
  return (
    <section
      class={`sheet-level level-${number}${isScore ? ' scored' : ''}${isTarget ? ' target' : ''}`}
      id={placeOf(service.id, number)}
      data-place
      tabIndex={-1}
    >
      <h4>
        <Pair columns={columns} inline>
          {(column, index) => (
            <>
              {column.t('view.level', { level: number })}
              {index === 0 && <Badges names={marks} />}
            </>
          )}
        </Pair>
      </h4>
      <Pair columns={columns}>{(column, index) => <LevelTexts level={levels[index]} t={column.t} />}</Pair>
    </section>
  );
}

function Badges({ names }: { names: readonly string[] }): JSX.Element {
  return (
    <>
      {names.map((name) => (
        <>
          {' '}
          <span class="badge">{name}</span>
        </>
      ))}
    </>
  );
}

function LevelTexts({ level, t }: { level: Level | null | undefined; t: Translate }): JSX.Element | null {
  if (!level) return null;
  const { summary, description, criteria, guidance, examples = [] } = level;
  return (
    <>
      <p class="level-summary">
        <Found text={summary} />
      </p>
      <Description text={description} t={t} />
      {criteria.length > 0 && <Criteria criteria={criteria} t={t} />}
      {guidance !== undefined && (
        <>
          <p class="label">{t('view.guidance')}</p>
          <Description text={guidance} t={t} />
        </>
      )}
      {examples.length > 0 && <Notes heading={t('view.examples')} notes={examples} />}
    </>
  );
}

function Criteria({ criteria, t }: { criteria: readonly Criterion[]; t: Translate }): JSX.Element {
  return (
    <>
      <p class="label">{t('view.criteria')}</p>
      <ul class="notes">
        {criteria.map((criterion) => (
          <li>
            <b>{criterion.id}</b> <Found text={criterionText(criterion, t)} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Notes({ heading, notes }: { heading: string; notes: readonly string[] }): JSX.Element {
  return (
    <>
      <p class="label">{heading}</p>
      <ul class="notes">
        {notes.map((note) => (
          <li>
            <Found text={note} />
          </li>
        ))}
      </ul>
    </>
  );
}

interface PairProps {
  readonly columns: readonly SheetColumn[];
  /** It is rendered within a line, such as a heading. */
  readonly inline?: boolean;
  readonly children: (column: SheetColumn, index: number) => ComponentChildren;
}

/** The same content in every language, side by side where there is room, otherwise one below the other. */
export function Pair({ columns, inline, children }: PairProps): JSX.Element {
  const Box = inline ? 'span' : 'div';
  return (
    <Box class="pair">
      {columns.map((column, index) => (
        <GlossaryContext.Provider key={column.language} value={column.sheet.glossary}>
          <Box class="column" lang={column.language}>
            {children(column, index)}
          </Box>
        </GlossaryContext.Provider>
      ))}
    </Box>
  );
}
