/** The keys of the heat map: Tab moves between names of assessments, arrow keys from there to the scores. */

const stops = '.heat-map tbody :is(button, td[tabindex])';

/** Moves between names and scores by arrow keys; Enter opens the focused score. */
export function moveInMap(event: KeyboardEvent): void {
  const from = (event.target as Element).closest<HTMLElement>(stops);
  const row = from?.closest('tr');
  if (!from || !row) return;
  if (event.key === 'Enter' && from.tagName === 'TD') return from.click();
  const line = stopsOf(row);
  const at = line.indexOf(from);
  const next: Partial<Record<string, () => HTMLElement | undefined>> = {
    ArrowLeft: () => line[at - 1],
    ArrowRight: () => line[at + 1],
    ArrowUp: () => stopsOf(neighbour(row, -1))[at],
    ArrowDown: () => stopsOf(neighbour(row, 1))[at],
    Home: () => line[0],
    End: () => line.at(-1),
  };
  const to = next[event.key]?.();
  if (!to) return;
  event.preventDefault();
  to.focus();
}

/** The row before or after another, skipping headings of folders. */
function neighbour(row: Element, step: 1 | -1): Element | undefined {
  const rows = [...(row.closest('table')?.querySelectorAll('tbody tr') ?? [])].filter(
    (one) => one.querySelector('button') !== null,
  );
  return rows[rows.indexOf(row) + step];
}

function stopsOf(row: Element | undefined): HTMLElement[] {
  return [...(row?.querySelectorAll<HTMLElement>(stops) ?? [])];
}
