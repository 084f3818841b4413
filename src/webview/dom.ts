/** Finding the grid's cells in the page, and bringing them into view. */
import type { Cursor } from '../views/props';

/** The cell of a cursor; a wide one stands for all levels of its row. */
export function cellAt(root: HTMLElement, cursor: Cursor | null): HTMLElement | null {
  const row = cursor && rowAt(root, cursor.service);
  return row ? row.querySelector<HTMLElement>(`[data-column="${cursor.column}"]`) ?? row.querySelector<HTMLElement>('[data-span]') : null;
}

/** Where an element stands in the grid, when it is one of its cells. */
export function cursorOf(target: EventTarget | null): Cursor | undefined {
  if (!(target instanceof HTMLElement) || target.dataset.column === undefined) return undefined;
  const service = target.closest<HTMLElement>('[data-service]')?.dataset.service;
  return service === undefined ? undefined : { service, column: Number(target.dataset.column) };
}

export function inGrid(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role=grid]') !== null;
}

export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement;
}

export function showRow(root: HTMLElement, service: string): void {
  rowAt(root, service)?.scrollIntoView({ block: 'nearest' });
}

export function showArea(root: HTMLElement, id: string): void {
  const calm = document.body.classList.contains('vscode-reduce-motion') || matchMedia('(prefers-reduced-motion: reduce)').matches;
  root.querySelector(`#area-${id}`)?.scrollIntoView({ block: 'start', behavior: calm ? 'auto' : 'smooth' });
}

function rowAt(root: HTMLElement, service: string): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[data-service="${CSS.escape(service)}"]`);
}
