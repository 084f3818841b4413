/** The places for the cursor of the grid: headings of areas, and visible rows. */
import type { Cursor } from '../views/props';
import { areaRows, isRated } from '../views/rows';
import type { Stop } from './cursor';
import { fileOf, listed, type PanelState } from './state';

/** The places in the grid shown, from top to bottom. */
export function stopsOf(state: PanelState): Stop[] {
  const { texts, host, folded } = state;
  if (!texts || host?.type !== 'assessment' || !host.view) return [];
  const { rows } = listed(state);
  return areaRows(texts.sheet, host.view.scored).flatMap(({ area, rows: all }): Stop[] => {
    const shown = all.filter(({ service }) => rows.has(service.id));
    if (shown.length === 0) return [];
    const heading: Stop = { service: area.id, area: area.id, wide: true, heading: true };
    if (folded.includes(area.id)) return [heading];
    return [heading, ...shown.map((row) => ({ service: row.service.id, area: area.id, wide: !isRated(row) }))];
  });
}

/**
 * The cell with the grid's tab stop: the cursor's own, else the first row, else the first heading; `null` without rows.
 */
export function tabStop(state: PanelState): Cursor | null {
  const { cursor } = fileOf(state);
  const stops = stopsOf(state);
  if (cursor && stops.some(({ service }) => service === cursor.service)) return cursor;
  const first = stops.find(({ heading }) => !heading) ?? stops[0];
  return first ? { service: first.service, column: 0 } : null;
}
