/** What reading a text as YAML results in, and up to what size texts are read. */
import type { Issue } from '../assessment';
import type { Tree } from './tree';

/** The longest text that is read, in UTF-16 units: over a hundred times a full assessment. */
export const maximumLength = 1_000_000;

/**
 * The most tokens (words, marks and line breaks) that are read: fourteen times those of a full assessment. Reading them
 * takes about 30 ms, which is an acceptable time to block an editor's thread.
 */
export const maximumTokens = 20_000;

/** The result of reading a text. */
export interface YamlText {
  /** The whole document as located values; `undefined` when empty or unreadable. */
  readonly tree?: Tree;
  /** The text could not be read in full, so missing entries may merely be hidden by the error. */
  readonly broken: boolean;
  /** Why it is broken. */
  readonly issues: readonly Issue[];
  /** The number of tokens read. */
  readonly tokens: number;
}
