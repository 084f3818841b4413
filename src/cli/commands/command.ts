/** The interface of a command: its options, and what it does. */
import type { Translate } from '../../messages/messages';
import type { Given, Options } from './arguments';
import type { Io } from '../terminal';

export interface Command<T extends Options = Options> {
  readonly options: T;
  /** Runs the command; returns the exit status, or throws `Failure`. */
  carryOut(given: Given<T>, io: Io, t: Translate): Promise<number>;
}

/** A command whose values have the types of its options. */
export function command<const T extends Options>(options: T, carryOut: Command<T>['carryOut']): Command<T> {
  return { options, carryOut };
}
