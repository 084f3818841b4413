/** The keyboard focus in the page: where it is, where it goes, and scrolling to it. */
import type { Cursor } from '../views/props';
import type { Action, Place } from './commands';
import { cellAt, focusStep, inGrid, moveInStep, showRow } from './dom';
import { stepShown, type PanelState } from './state';
import { tabStop } from './stops';

export class Focus {
  /** While a mouse button is down, the click decides on the selection: nothing may move under the pointer before it. */
  pressing = false;

  constructor(private readonly root: HTMLElement) {
    root.addEventListener('pointerdown', () => (this.pressing = true));
    // No event arrives when a button is released outside the panel, or at the end of a drag.
    for (const end of ['pointerup', 'pointercancel', 'blur'])
      window.addEventListener(end, () => (this.pressing = false));
  }

  /** The part of the panel an element is in. */
  placeOf(target: EventTarget | null): Place {
    if (inGrid(target)) return 'grid';
    return target instanceof Element && target.closest('.details') ? 'details' : 'other';
  }

  /** Whether the focus is in the grid, or belongs there because the panel was focused before it had content. */
  belongsToGrid(): boolean {
    return inGrid(document.activeElement) || (this.root.dataset.state === undefined && document.hasFocus());
  }

  /** Focuses the cell at the cursor. */
  toCell(state: PanelState, options?: FocusOptions): void {
    this.cell(state)?.focus(options);
  }

  /** Focuses the main element: the step of guided scoring, or else the cell at the cursor. */
  toMain(state: PanelState, options?: FocusOptions): void {
    if (stepShown(state) === undefined) this.toCell(state, options);
    else focusStep(this.root);
  }

  to(on: Extract<Action, { type: 'focus' }>['on'], state: PanelState): void {
    if (on === 'cell') this.toCell(state);
    else if (on === 'details') this.root.querySelector<HTMLElement>('.details-body')?.focus();
    else if (on === 'search') this.root.querySelector<HTMLInputElement>('.search')?.select();
    else moveInStep(this.root, on === 'level-above' ? -1 : 1);
  }

  /** Whether an element is the cell at the cursor. */
  isCell(target: EventTarget | null, state: PanelState): boolean {
    return target !== null && this.cell(state) === target;
  }

  /** Scrolls to the row of a cursor. */
  show({ service }: Pick<Cursor, 'service'>): void {
    showRow(this.root, service);
  }

  private cell(state: PanelState): HTMLElement | null {
    return cellAt(this.root, tabStop(state));
  }
}
