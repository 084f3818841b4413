/** The divider between the grid and its details: dragged or moved by arrow keys; its place is remembered. */
import type { Split } from './state';

/** The least and greatest share of the details, in per cent. */
const [least, most] = [15, 80];
/** The step of an arrow key, in per cent. */
const stride = 4;

interface Options {
  readonly root: HTMLElement;
  readonly split: () => Split;
  readonly move: (split: Partial<Split>) => void;
}

/** Listens to the divider of a panel, which may be added and removed. */
export function acceptDivider({ root, split, move }: Options): void {
  let dragged: HTMLElement | undefined;
  root.addEventListener('pointerdown', ({ target, pointerId }) => {
    const divider = dividerOf(target);
    if (!divider) return;
    dragged = divider;
    divider.setPointerCapture(pointerId);
  });
  root.addEventListener('pointermove', ({ clientX, clientY }) => {
    if (dragged) move(splitAt(dragged, clientX, clientY));
  });
  for (const end of ['pointerup', 'pointercancel'] as const) root.addEventListener(end, () => (dragged = undefined));
  root.addEventListener('keydown', (event) => {
    const divider = dividerOf(event.target);
    const side = divider && sideOf(divider);
    const direction = { ArrowUp: 1, ArrowLeft: 1, ArrowDown: -1, ArrowRight: -1 }[event.key];
    if (!side || !direction) return;
    event.preventDefault();
    move({ [side]: within(split()[side] + direction * stride) });
  });
}

/** The shares for a position of the divider in the window. */
function splitAt(divider: HTMLElement, x: number, y: number): Partial<Split> {
  const room = divider.parentElement?.getBoundingClientRect() ?? new DOMRect();
  const share = sideOf(divider) === 'below' ? (room.bottom - y) / room.height : (room.right - x) / room.width;
  return { [sideOf(divider)]: within(Math.round(share * 1000) / 10) };
}

/** Whether the details are below the grid or beside it, which decides the direction of the divider. */
function sideOf(divider: HTMLElement): keyof Split {
  return divider.offsetWidth > divider.offsetHeight ? 'below' : 'beside';
}

function dividerOf(target: EventTarget | null): HTMLElement | undefined {
  return target instanceof HTMLElement && target.matches('.divider') ? target : undefined;
}

function within(share: number): number {
  return Math.min(Math.max(share, least), most);
}
