/** Prepares text from files for VS Code's own interface, which interprets some characters. */
import type { MessageParameters } from '../messages/messages';
import { printable } from '../messages/printable';
import type { Label } from '../messages/safe-text';

/** The length that is readable at a glance, in UTF-16 units. */
const usual = 200;

/**
 * A name or other external text as part of a row, title, question or notification. Unprintable characters become `�`,
 * and the middle of a long text is left out. Links and icons are neutralised: notifications render `[…](…)` as a link,
 * which could run a command by `command:`, and lists render `$(…)` as an icon, such as the one that marks a commit.
 */
export function label(text: string, most = usual): Label {
  return shortened(printable(text), most)
    .replace(/\](?=\()/g, '] ')
    .replace(/\$(?=\()/g, '$ ') as Label;
}

/** The parameters of a message, each prepared in this way. */
export function labelled(parameters: MessageParameters = {}): Readonly<Record<string, Label | number>> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, typeof value === 'number' ? value : label(value)]),
  );
}

function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const half = Math.floor((most - 1) / 2);
  // A cut surrogate pair would not be shown.
  return `${text.slice(0, half).replace(/[\ud800-\udbff]$/, '')}…${text.slice(-half).replace(/^[\udc00-\udfff]/, '')}`;
}
