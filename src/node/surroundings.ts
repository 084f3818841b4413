/** What reading and judging files needs to know of the process: the tests hand in their own. */
export interface Surroundings {
  /** The current folder, absolute. */
  readonly cwd: string;
  readonly stdin: AsyncIterable<Uint8Array>;
  now(): Date;
}
