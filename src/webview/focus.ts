/** Where the keyboard is in the page, where it goes, and what has to be in view for that. */
import type { Cursor } from '../views/props';
import type { Action, Place } from './commands';
import { cellAt, focusStep, inGrid, moveInStep, showRow } from './dom';
import { stepShown, type PanelState } from './state';
import { tabStop } from './stops';

export class Focus {
  /** A mouse button is down: the click decides what is selected, so that nothing moves under the pointer before it. */
  pressing = false;

  constructor(private readonly root: HTMLElement) {
    root.addEventListener('pointerdown', () => (this.pressing = true));
    // A button that is let go outside the panel, or at the end of a drag, is not told of.
    for (const end of ['pointerup', 'pointercancel', 'blur'])
      window.addEventListener(end, () => (this.pressing = false));
  }

  /** The part of the panel an element is in. */
  placeOf(target: EventTarget | null): Place {
    if (inGrid(target)) return 'grid';
    return target instanceof Element && target.closest('.details') ? 'details' : 'other';
  }

  /** The focus is in the grid, or has to come into it: the panel had it before there was anything in it. */
  belongsToGrid(): boolean {
    return inGrid(document.activeElement) || (this.root.dataset.state === undefined && document.hasFocus());
  }

  /** Gives the focus to the cell of the cursor. */
  toCell(state: PanelState, options?: FocusOptions): void {
    this.cell(state)?.focus(options);
  }

  /** Gives the focus to what the panel is about just now: the step of guided scoring, else the cursor's cell. */
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

  /** Whether an element is the cell of the cursor already. */
  isCell(target: EventTarget | null, state: PanelState): boolean {
    return target !== null && this.cell(state) === target;
  }

  /** Brings the row of a cursor into view. */
  show({ service }: Pick<Cursor, 'service'>): void {
    showRow(this.root, service);
  }

  private cell(state: PanelState): HTMLElement | null {
    return cellAt(this.root, tabStop(state));
  }
}
