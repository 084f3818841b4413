/** A comparison for a terminal. */
import { printable } from '../../messages/printable';
import { ours, type Own, type Printable } from '../../messages/safe-text';
import {
  changeText,
  differenceText,
  meanText,
  signed,
  tallyText,
  targetText,
  type AggregateChange,
  type ServiceChange,
} from '../../scoring/compare';
import { findArea, findService } from '../../sheet/sheet';
import { padEnd, padStart, shorten, trimmedEnd } from '../terminal/columns';
import { changedAreas, type Compared } from './comparison';
import type { Style } from '../terminal/paint';
import { endedLines, type Reader } from '../terminal/table';
import { wrapLine } from '../terminal/wrap';

interface Line {
  readonly title: Printable;
  readonly strong?: boolean;
  readonly change: Own;
  readonly difference: Own;
  readonly style?: Style;
}

const space = '  ';
const narrowestTitle = 16;

/** A heading, the changed areas and services, the overall average and the number of changes; lines ended by `\n`. */
export function comparisonText({ before, after, comparison }: Compared, reader: Reader): Printable {
  const { t, paint, sheet } = reader;
  const subject = after.assessment.subject?.value.trim();
  const names = t('change.from-to', { from: printable(before.name), to: printable(after.name) });
  const lines: Line[] = [
    ...changedAreas(comparison).flatMap(({ area, services }) => [
      averageLine(printable(`${area.id}  ${findArea(sheet, area.id)?.title ?? ''}`), area, reader),
      ...services.map((service) => serviceLine(service, reader)),
    ]),
    averageLine(t('report.overall'), comparison.overall, reader),
  ];
  const head = subject ? [paint('bold', printable(subject)), names] : [paint('bold', names)];
  return endedLines([
    ...head,
    ours``,
    ...aligned(lines, reader),
    ours``,
    ...wrapLine(tallyText(comparison, t), reader),
  ]);
}

function averageLine(title: Printable, change: AggregateChange, { t }: Reader): Line {
  const words = change.ownTarget
    ? ours`${meanText(change, t)}${t('change.separator')}${targetText(change, t)}`
    : meanText(change, t);
  const difference = differenceText(change);
  return {
    title,
    strong: true,
    change: words,
    difference: difference === '±0' ? ours`` : difference,
    style: styleOf(change.change),
  };
}

function serviceLine(change: ServiceChange, { sheet, t }: Reader): Line {
  const title = printable(`   ${change.id}  ${findService(sheet, change.id)?.title ?? ''}`);
  const style = change.kind === 'excluded' || change.kind === 'cleared' ? 'yellow' : styleOf(change.change);
  return { title, change: changeText(change, t), difference: change.change ? signed(change.change) : ours``, style };
}

function styleOf(change: number | null): Style | undefined {
  if (!change) return undefined;
  return change > 0 ? 'green' : 'red';
}

function aligned(lines: readonly Line[], { width, measure, paint }: Reader): Printable[] {
  const widest = (of: (line: Line) => Printable): number => Math.max(...lines.map((line) => measure(of(line))));
  const [changes, differences] = [widest(({ change }) => change), widest(({ difference }) => difference)];
  const room = width - changes - differences - 2 * space.length;
  const left = Math.max(
    narrowestTitle,
    Math.min(
      widest(({ title }) => title),
      room,
    ),
  );
  return lines.map(({ title, strong, change, difference, style }) => {
    const first = padEnd(shorten(title, left, measure), left, measure);
    const figures = trimmedEnd(
      ours`${padEnd(change, changes, measure)}${space}${padStart(difference, differences, measure)}`,
    );
    return ours`${strong ? paint('bold', first) : first}${space}${style ? paint(style, figures) : figures}`;
  });
}
