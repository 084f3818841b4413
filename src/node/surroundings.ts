/** What reading and checking files needs to know of the process; tests supply their own. */
export interface Surroundings {
  /** The current folder, absolute. */
  readonly cwd: string;
  readonly stdin: AsyncIterable<Uint8Array>;
  now(): Date;
}
