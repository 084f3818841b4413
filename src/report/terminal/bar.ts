/** A score as a bar of five cells, with a mark at the target. */
import { joined, type Printable } from '../../messages/safe-text';
import type { Paint, Style } from './paint';

/** The width of a bar, in columns. */
export const barWidth = 5;

/**
 * The bar of a score or mean (`null` for none) with a target, both 0 to 5: `■` for a level reached, `□` for one not
 * reached, and at the level that meets the target `◆` when the exact value meets it, `◇` when not. A target of 0 is met
 * by any score and has no mark. `mark` is the level that meets the target, where the sheet leaves some out.
 */
export function bar(value: number | null, target: number, paint: Paint, mark = Math.ceil(target)): Printable {
  const style = styleOf(value, target);
  const cells = [1, 2, 3, 4, 5].map((cell) => {
    const filled = value !== null && value >= cell;
    if (cell !== mark) return filled ? paint(style, '■') : paint('dim', '□');
    return value !== null && value >= target ? paint(style, '◆') : paint('bold', '◇');
  });
  return joined(cells, '');
}

/** Green for a target met, red for a gap of two levels or more, yellow in between. */
export function styleOf(value: number | null, target: number): Style {
  if (value === null) return 'dim';
  if (value >= target) return 'green';
  return target - value >= 2 ? 'red' : 'yellow';
}
