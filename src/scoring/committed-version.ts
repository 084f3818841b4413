/** A committed version of an assessment, from git itself or from the editor's Git extension. */
export interface CommittedVersion {
  /** The full commit hash. */
  readonly commit: string;
  /** The time of the commit, ISO 8601 with an offset. */
  readonly date: string;
  readonly author?: string;
  /** The first line of the commit's message. */
  readonly subject?: string;
  /** The file's path in that commit, relative to the repository's root, with forward slashes. */
  readonly path: string;
  /** Without a byte order mark. */
  readonly text: string;
}
