/** What the tools for agents work on: the assessments and documents of one root, wherever that is. */
import type { CitedDocument } from '../assessment/evidence/cited-document';
import type { MessageKey, MessageParameters, Translate } from '../messages/messages';
import type { Sheet } from '../sheet/sheet';

/** Files by their paths from the root, with forward slashes. Nothing outside of the root is read or written. */
export interface AgentFiles {
  assessments(): Promise<readonly string[]>;
  /** Markdown documents, which evidence may be in. */
  documents(): Promise<readonly string[]>;
  /** The text of a file; `undefined` where there is none to be read. */
  read(path: string): Promise<string | undefined>;
  /** What links of an assessment lead to, by link. */
  cited(path: string, links: readonly string[]): Promise<ReadonlyMap<string, CitedDocument>>;
  /** The text of an assessment in a git revision; `undefined` where that has none. Throws `AgentFailure`. */
  atRevision(path: string, revision: string): Promise<string | undefined>;
  /** Replaces the text of an assessment that still says what is expected. Throws `AgentFailure`. */
  write(path: string, text: string, expected: string): Promise<void>;
}

/** The text of a file, by its place on the computer, in a git revision. */
export type RevisionReader = (file: string, revision: string) => Promise<string>;

export interface AgentWorkspace {
  readonly files: AgentFiles;
  /** The sheet with its criteria. */
  readonly sheet: Sheet;
  readonly t: Translate;
  now(): Date;
}

/** Why a tool does not do what it is asked to: for the agent and for the user. */
export class AgentFailure extends Error {
  constructor(
    readonly key: MessageKey,
    readonly parameters: MessageParameters = {},
  ) {
    super(key);
  }
}
