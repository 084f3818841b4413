/** The keyboard in the heat map: Tab leads to the names of assessments, arrow keys from there to the scores. */

const stops = '.heat-map tbody :is(button, td[tabindex])';

/** Moves between names and scores by arrow keys, and opens the score that has the focus by Enter. */
export function moveInMap(event: KeyboardEvent): void {
  const from = (event.target as Element).closest<HTMLElement>(stops);
  const row = from?.closest('tr');
  if (!from || !row) return;
  if (event.key === 'Enter' && from.tagName === 'TD') return from.click();
  const at = stopsOf(row).indexOf(from);
  const next: Partial<Record<string, HTMLElement>> = {
    ArrowLeft: stopsOf(row)[at - 1],
    ArrowRight: stopsOf(row)[at + 1],
    ArrowUp: stopsOf(row.previousElementSibling)[at],
    ArrowDown: stopsOf(row.nextElementSibling)[at],
  };
  const to = next[event.key];
  if (!to) return;
  event.preventDefault();
  to.focus();
}

function stopsOf(row: Element | null): HTMLElement[] {
  return [...(row?.querySelectorAll<HTMLElement>(stops) ?? [])];
}
