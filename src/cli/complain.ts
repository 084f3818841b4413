/** Reports failures of the command line. */
import type { Translate } from '../messages/messages';
import { printable } from '../messages/printable';
import { ours } from '../messages/safe-text';
import type { Failure } from '../node/failure';
import type { Io } from './terminal';

/** Writes a failure to standard error, on one line. */
export function complain({ key, parameters }: Failure, io: Io, t: Translate): void {
  void io.stderr.say(ours`psirt-maturity: ${printable(t(key, parameters))}\n`);
}
