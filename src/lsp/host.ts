/** What the language server needs of the place it runs at: Node, a web worker and the tests bring along their own. */
import type { URI } from 'vscode-uri';
import type { EvidenceFiles, FoundHere } from '../language/evidence';
import type { Language, Translate } from '../messages/messages';
import type { Sheet } from '../sheet/sheet';

/** The texts of a language. */
export interface Words {
  readonly sheet: Sheet;
  readonly t: Translate;
}

/** What a place leads to; the stamp differs when it has changed. */
export interface Stamped extends FoundHere {
  readonly stamp: string;
}

/** The files of one folder. Nothing outside of it is read, whichever link leads there. */
export interface FolderFiles extends EvidenceFiles {
  find(place: string): Promise<Stamped | undefined>;
  /** The places of all assessments in the folder and those below it. */
  assessments(): Promise<readonly string[]>;
}

export interface Host {
  /** The language where neither the settings nor the client name one. */
  readonly language: Language;
  /** Reads the texts of a language. Throws when they are missing. */
  words(language: Language): Promise<Words>;
  now(): Date;
  /** The files of a folder; `undefined` where none can be read. */
  filesIn(folder: URI): FolderFiles | undefined;
  /** The address of the page that documents the rules, if there is one. */
  rulesPage(language: Language): string | undefined;
}
