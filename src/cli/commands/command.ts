/** What a command is: the options it takes, and what it does. */
import type { Translate } from '../../messages/messages';
import type { Given, Options } from './arguments';
import type { Io } from '../terminal';

export interface Command<T extends Options = Options> {
  readonly options: T;
  /** Carries out the command; gives the exit status, or throws `Failure`. */
  carryOut(given: Given<T>, io: Io, t: Translate): Promise<number>;
}

/** A command whose options tell the types of the values it is given. */
export function command<const T extends Options>(options: T, carryOut: Command<T>['carryOut']): Command<T> {
  return { options, carryOut };
}
