/** A comparison to read in a terminal. */
import { changeText, differenceText, meanText, signed, tallyText, targetText, type AggregateChange, type ServiceChange } from '../scoring/compare';
import { findArea, findService } from '../sheet/sheet';
import { padEnd, padStart, shorten } from './columns';
import { changedAreas, type Compared } from './comparison';
import type { Style } from './paint';
import { printable } from './printable';
import type { Reader } from './table';
import { wrapLine } from './wrap';

interface Line {
  readonly title: string;
  readonly strong?: boolean;
  readonly change: string;
  readonly difference: string;
  readonly style?: Style;
}

const space = '  ';
const narrowestTitle = 16;

/** Heading, the areas and services that changed, the overall average and a count of the changes; lines ended by `\n`. */
export function comparisonText({ before, after, comparison }: Compared, reader: Reader): string {
  const { t, paint, sheet } = reader;
  const subject = after.assessment.subject?.value.trim();
  const names = t('change.from-to', { from: printable(before.name), to: printable(after.name) });
  const lines: Line[] = [
    ...changedAreas(comparison).flatMap(({ area, services }) => [
      averageLine(`${area.id}  ${printable(findArea(sheet, area.id)?.title ?? '')}`, area, reader),
      ...services.map((service) => serviceLine(service, reader)),
    ]),
    averageLine(t('report.overall'), comparison.overall, reader),
  ];
  const head = subject ? [paint('bold', printable(subject)), names] : [paint('bold', names)];
  return [...head, '', ...aligned(lines, reader), '', ...wrapLine(tallyText(comparison, t), reader)].map((line) => `${line.trimEnd()}\n`).join('');
}

function averageLine(title: string, change: AggregateChange, { t }: Reader): Line {
  const words = change.ownTarget ? meanText(change, t) + t('change.separator') + targetText(change, t) : meanText(change, t);
  const difference = differenceText(change);
  return { title, strong: true, change: words, difference: difference === '±0' ? '' : difference, style: styleOf(change.change) };
}

function serviceLine(change: ServiceChange, { sheet, t }: Reader): Line {
  const title = `   ${change.id}  ${printable(findService(sheet, change.id)?.title ?? '')}`;
  const style = change.kind === 'excluded' || change.kind === 'cleared' ? 'yellow' : styleOf(change.change);
  return { title, change: changeText(change, t), difference: change.change ? signed(change.change) : '', style };
}

function styleOf(change: number | null): Style | undefined {
  return change ? (change > 0 ? 'green' : 'red') : undefined;
}

function aligned(lines: readonly Line[], { width, measure, paint }: Reader): string[] {
  const widest = (of: (line: Line) => string): number => Math.max(...lines.map((line) => measure(of(line))));
  const [changes, differences] = [widest(({ change }) => change), widest(({ difference }) => difference)];
  const room = width - changes - differences - 2 * space.length;
  const left = Math.max(narrowestTitle, Math.min(widest(({ title }) => title), room));
  return lines.map(({ title, strong, change, difference, style }) => {
    const first = padEnd(shorten(title, left, measure), left, measure);
    const figures = `${padEnd(change, changes, measure)}${space}${padStart(difference, differences, measure)}`.trimEnd();
    return (strong ? paint('bold', first) : first) + space + (style ? paint(style, figures) : figures);
  });
}
