/**
 * One committed state of an assessment, as whoever reads the history hands it on: git itself, or the editor's Git
 * extension.
 */
export interface CommittedVersion {
  /** The full id of the commit. */
  readonly commit: string;
  /** When it was committed, ISO 8601 with an offset. */
  readonly date: string;
  readonly author?: string;
  /** The first line of the commit's message. */
  readonly subject?: string;
  /** The file's path in that commit, from the root of the repository, with forward slashes. */
  readonly path: string;
  /** Without a byte order mark. */
  readonly text: string;
}
