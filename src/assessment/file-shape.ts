/** What a kind of file is validated against: its model, and the keys of each of its maps. */
import type { MessageKey } from '../messages/messages';

/** The keys of a map of the file. */
export interface KeySet {
  readonly keys: readonly string[];
  /** The model accepts any key here, but those that are not among `keys` are reported as unknown. */
  readonly closed?: boolean;
  /** Repeated keys are reported elsewhere. */
  readonly mayRepeat?: boolean;
  /** The message for an unknown key, in place of the one that lists the expected keys. */
  readonly unknown?: MessageKey;
}

/** What a kind of file is validated against. */
export interface FileShape {
  /** The issues of the model with the plain value of a file, as the validation library gives them. */
  issuesOf(value: unknown): readonly unknown[];
  /** The keys of the map at a path of keys and list positions, or `undefined` where no map belongs. */
  keysAt(path: readonly (string | number)[]): KeySet | undefined;
}
