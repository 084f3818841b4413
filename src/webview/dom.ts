/** Finds the grid's cells in the page, and scrolls to them. */
import type { Cursor } from '../views/props';

/** The cell at a cursor; a wide cell stands for all levels of its row. */
export function cellAt(root: HTMLElement, cursor: Cursor | null): HTMLElement | null {
  const row = cursor && rowAt(root, cursor.service);
  return row
    ? (row.querySelector<HTMLElement>(`[data-column="${cursor.column}"]`) ??
        row.querySelector<HTMLElement>('[data-span]'))
    : null;
}

/** The cursor for an element, when it is a cell of the grid. */
export function cursorOf(target: EventTarget | null): Cursor | undefined {
  if (!(target instanceof HTMLElement) || target.dataset.column === undefined) return undefined;
  const row = target.closest<HTMLElement>('[data-service], [data-area]');
  const service = row?.dataset.service ?? row?.dataset.area;
  return service === undefined ? undefined : { service, column: Number(target.dataset.column) };
}

export function inGrid(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role=grid]') !== null;
}

/** Whether an element is part of guided scoring. */
export function inStep(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-step]') !== null;
}

/** Focuses the step's heading, so that it is read out and the step's keys work. */
export function focusStep(root: HTMLElement): void {
  root.querySelector<HTMLElement>('.step-title')?.focus();
}

/** Moves the focus among the levels of the step; from elsewhere to the scored level, or to the first or last. */
export function moveInStep(root: HTMLElement, direction: -1 | 1): void {
  const levels = [...root.querySelectorAll<HTMLElement>('[data-choice]')];
  const from = levels.findIndex((level) => level === document.activeElement);
  const scored = levels.findIndex((level) => level.getAttribute('aria-pressed') === 'true');
  const end = direction === 1 ? 0 : levels.length - 1;
  const start = scored >= 0 ? scored : end;
  levels[from < 0 ? start : Math.min(Math.max(from + direction, 0), levels.length - 1)]?.focus();
}

/** Whether an element handles keys itself: letters, arrows, Escape. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  );
}

export function showRow(root: HTMLElement, service: string): void {
  rowAt(root, service)?.scrollIntoView({ block: 'nearest' });
}

function rowAt(root: HTMLElement, service: string): HTMLElement | null {
  const id = CSS.escape(service);
  return root.querySelector<HTMLElement>(`[data-service="${id}"], [data-area="${id}"]`);
}
