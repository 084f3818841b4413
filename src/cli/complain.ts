/** How the command line says what went wrong. */
import type { Translate } from '../messages/messages';
import { printable } from '../messages/printable';
import { ours } from '../messages/safe-text';
import type { Failure } from '../node/failure';
import type { Io } from './terminal';

/** Says on standard error, in one line, what went wrong. */
export function complain({ key, parameters }: Failure, io: Io, t: Translate): void {
  void io.stderr.say(ours`psirt-maturity: ${printable(t(key, parameters))}\n`);
}
