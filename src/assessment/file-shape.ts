/** What a kind of file is checked against: its model, and the keys each of its maps may have. */
import type { MessageKey } from '../messages/messages';

/** The keys a map of the file may have. */
export interface KeySet {
  readonly keys: readonly string[];
  /** The model takes any key here: those that are not among `keys` are unknown all the same. */
  readonly closed?: boolean;
  /** Keys given twice are another's to report. */
  readonly mayRepeat?: boolean;
  /** What to say of an unknown key, where it is not that these keys are expected. */
  readonly unknown?: MessageKey;
}

/** What a kind of file is checked against. */
export interface FileShape {
  readonly model: {
    safeParse(value: unknown): { success: true } | { success: false; error: { issues: readonly unknown[] } };
  };
  /** The keys of the map at a path of keys and list positions, or `undefined` where no map belongs. */
  keysAt(path: readonly (string | number)[]): KeySet | undefined;
}
