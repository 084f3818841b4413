/** The assessments side by side, as currently shown, as a table for the formats that write tables. */
import type { Translate } from '../../messages/messages';
import { rollUp, type RolledUp } from '../../scoring/roll-up';
import type { Sheet } from '../../sheet/sheet';
import type { RollUpRow, SideBySide } from '../../views/roll-up-order';

export interface SideBySideInput {
  readonly shown: SideBySide;
  readonly sheet: Sheet;
  readonly t: Translate;
  /** The day of the export, `YYYY-MM-DD`. */
  readonly today: string;
}

/** The content of a column; widths are in characters. */
export interface SideBySideColumn {
  readonly title: string;
  readonly kind: 'text' | 'number' | 'mean' | 'score' | 'day';
  readonly width: number;
}

/** A value, and for a mean or score its target; `null` where there is none. */
export interface SideBySideCell {
  readonly value: string | number | null;
  readonly target?: number;
}

export interface SideBySideTable {
  readonly columns: readonly SideBySideColumn[];
  readonly rows: readonly (readonly SideBySideCell[])[];
}

/** One row per assessment, then files that cannot be scored, then the combined figures. Means are unrounded. */
export function sideBySideTable(input: SideBySideInput): SideBySideTable {
  const { groups, unscored } = input.shown;
  const columns = columnsOf(input);
  const rows = groups.flatMap((group) =>
    group.rows.map((row) => [...placeOf(group.folder, input), ...cellsOf(row, input)]),
  );
  const left = unscored.map(({ path, reason }) => {
    const before = [...placeOf('', input), { value: '' }, { value: path }];
    const empty = Array.from({ length: columns.length - before.length - 1 }, () => ({ value: null }));
    return [...before, ...empty, { value: reason }];
  });
  return { columns, rows: [...rows, ...left, ...sums(input)] };
}

function isGrouped({ shown: { groups } }: SideBySideInput): boolean {
  return groups.some(({ folder }) => folder !== undefined);
}

function placeOf(folder: string | undefined, input: SideBySideInput): SideBySideCell[] {
  return isGrouped(input) ? [{ value: folder ?? '' }] : [];
}

function columnsOf(input: SideBySideInput): SideBySideColumn[] {
  const { sheet, shown, t } = input;
  const text = (title: string, width: number) => ({ title, kind: 'text', width }) as const;
  return [
    ...(isGrouped(input) ? [text(t('report.column.folder'), 20)] : []),
    text(t('report.column.assessment'), 30),
    text(t('report.column.file'), 30),
    { title: t('view.average'), kind: 'mean', width: 9 },
    { title: t('report.column.scored'), kind: 'number', width: 9 },
    { title: t('report.column.applicable'), kind: 'number', width: 10 },
    { title: t('report.column.target'), kind: 'number', width: 8 },
    { title: t('report.column.assessed'), kind: 'day', width: 12 },
    ...sheet.areas.flatMap(({ id, services }): SideBySideColumn[] => [
      { title: t('report.column.area-mean', { area: id }), kind: 'mean', width: 9 },
      ...(shown.folded.includes(id) ? [] : services).map((service) => {
        return { title: service.id, kind: 'score', width: 5 } as const;
      }),
    ]),
    text(t('report.column.why-unscored'), 40),
  ];
}

function cellsOf({ name, path, assessed, scored }: RollUpRow, { shown }: SideBySideInput): SideBySideCell[] {
  const { mean, target, scored: count, applicable } = scored.overall;
  return [
    { value: name },
    { value: path },
    { value: mean, target },
    { value: count },
    { value: applicable },
    { value: target },
    { value: assessed ?? null },
    ...scored.areas.flatMap((area) => [
      { value: area.mean, target: area.target },
      ...(shown.folded.includes(area.id) ? [] : area.services).map((service) => {
        return { value: service.score, target: service.target };
      }),
    ]),
    { value: '' },
  ];
}

/** The combined figures, as below the heat map. */
function sums(input: SideBySideInput): SideBySideCell[][] {
  const { shown, t } = input;
  const rolled = rollUp(shown.groups.flatMap(({ rows }) => rows.map(({ scored }) => scored)));
  const line = (name: string, value: (one: RolledUp) => number | null): SideBySideCell[] => [
    ...placeOf('', input),
    { value: name },
    { value: '' },
    { value: value(rolled.overall) },
    ...Array.from({ length: 4 }, () => ({ value: null })),
    ...rolled.areas.flatMap((area) =>
      [area, ...(shown.folded.includes(area.id) ? [] : area.services)].map((one) => ({ value: value(one) })),
    ),
    { value: '' },
  ];
  return [
    line(t('view.roll-mean'), ({ mean }) => mean),
    line(t('view.roll-minimum'), ({ minimum }) => minimum),
    line(t('view.roll-reached'), ({ atTarget }) => atTarget),
  ];
}
