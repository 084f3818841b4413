/** The divider between the grid and its details: dragged, moved by arrow keys, and kept. */
import type { Split } from './state';

/** What the details take at least and at most, in per cent. */
const [least, most] = [15, 80];
/** What an arrow key moves it by, in per cent. */
const stride = 4;

interface Options {
  readonly root: HTMLElement;
  readonly split: () => Split;
  readonly move: (split: Partial<Split>) => void;
}

/** Listens to the divider of a panel, which may come and go. */
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

/** The shares once the divider is at a place of the window. */
function splitAt(divider: HTMLElement, x: number, y: number): Partial<Split> {
  const room = divider.parentElement?.getBoundingClientRect() ?? new DOMRect();
  const share = sideOf(divider) === 'below' ? (room.bottom - y) / room.height : (room.right - x) / room.width;
  return { [sideOf(divider)]: within(Math.round(share * 1000) / 10) };
}

/** Whether the details are below the grid or beside it: the divider lies accordingly. */
function sideOf(divider: HTMLElement): keyof Split {
  return divider.offsetWidth > divider.offsetHeight ? 'below' : 'beside';
}

function dividerOf(target: EventTarget | null): HTMLElement | undefined {
  return target instanceof HTMLElement && target.matches('.divider') ? target : undefined;
}

function within(share: number): number {
  return Math.min(Math.max(share, least), most);
}
