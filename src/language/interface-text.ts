/** Text from files in VS Code's own interface, which reads something into it in places. */
import type { MessageParameters } from '../messages/messages';
import { printable } from '../messages/printable';
import type { Label } from '../messages/safe-text';

/** UTF-16 units of a name that is still read at a glance. */
const usual = 200;

/**
 * A name, or another text from outside, as part of a row, a title, a question or a notification. What would not show is
 * `�`, the middle of a long text is left out. VS Code makes a link of `[…](…)` in notifications, one to `command:`
 * would run that command; and an icon of `$(…)` in lists, such as the one that tells a file from a commit.
 */
export function label(text: string, most = usual): Label {
  return shortened(printable(text), most)
    .replace(/\](?=\()/g, '] ')
    .replace(/\$(?=\()/g, '$ ') as Label;
}

/** What is filled into a sentence, as such parts of it. */
export function labelled(parameters: MessageParameters = {}): Readonly<Record<string, Label | number>> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, typeof value === 'number' ? value : label(value)]),
  );
}

function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const half = Math.floor((most - 1) / 2);
  // Half a character would not show.
  return `${text.slice(0, half).replace(/[\ud800-\udbff]$/, '')}…${text.slice(-half).replace(/^[\udc00-\udfff]/, '')}`;
}
