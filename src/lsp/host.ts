/** What the language server needs of its environment; Node, the web worker and the tests each provide it. */
import type { URI } from 'vscode-uri';
import type { EvidenceFiles, FoundHere } from '../language/evidence';
import type { Language, Translate } from '../messages/messages';
import type { Sheet } from '../sheet/sheet';

/** The sheet and messages of a language. */
export interface Words {
  readonly sheet: Sheet;
  readonly t: Translate;
}

/** What exists at a place; the stamp differs after a change. */
export interface Stamped extends FoundHere {
  readonly stamp: string;
}

/** The files of one folder. Nothing outside is read, even through links. */
export interface FolderFiles extends EvidenceFiles {
  find(place: string): Promise<Stamped | undefined>;
  /** The places of all assessments in the folder and below. */
  assessments(): Promise<readonly string[]>;
}

export interface Host {
  /** The language where neither the settings nor the client name one. */
  readonly language: Language;
  /** Reads the texts of a language. Throws when they are missing. */
  words(language: Language): Promise<Words>;
  now(): Date;
  /** The files of a folder; `undefined` where files cannot be read. */
  filesIn(folder: URI): FolderFiles | undefined;
  /** The address of the page of rules; `undefined` where there is none. */
  rulesPage(language: Language): string | undefined;
}
