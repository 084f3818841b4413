/** What the tools for agents work on: the assessments and documents below one root. */
import type { Links } from '../assessment/assessment';
import type { CitedDocument } from '../assessment/evidence/cited-document';
import type { MessageKey, MessageParameters, Translate } from '../messages/messages';
import type { Sheet } from '../sheet/sheet';

/** Files by path relative to the root, with forward slashes. Nothing outside the root is read or written. */
export interface AgentFiles {
  assessments(): Promise<readonly string[]>;
  /** Markdown documents, which may contain evidence. */
  documents(): Promise<readonly string[]>;
  /** The text of a file; `undefined` where it does not exist or cannot be read. */
  read(path: string): Promise<string | undefined>;
  /** The documents an assessment links to, by link. */
  cited(path: string, links: Links): Promise<ReadonlyMap<string, CitedDocument>>;
  /**
   * The text of an assessment in a git revision; `undefined` where the revision does not have it. Throws
   * `AgentFailure`.
   */
  atRevision(path: string, revision: string): Promise<string | undefined>;
  /** Replaces the text of an assessment, provided that it still is `expected`. Throws `AgentFailure`. */
  write(path: string, text: string, expected: string): Promise<void>;
}

/** Reads the text of a file, by its absolute path, in a git revision. */
export type RevisionReader = (file: string, revision: string) => Promise<string>;

export interface AgentWorkspace {
  readonly files: AgentFiles;
  /** The sheet with its criteria. */
  readonly sheet: Sheet;
  readonly t: Translate;
  now(): Date;
}

/** Why a tool refuses a request; the message is for agent and user. */
export class AgentFailure extends Error {
  constructor(
    readonly key: MessageKey,
    readonly parameters: MessageParameters = {},
  ) {
    super(key);
  }
}
