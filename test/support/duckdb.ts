/** DuckDB, into which the example of a fleet loads results. Not every system has a build of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { root } from './root';

export type TableRow = Readonly<Record<string, unknown>>;

/** The tables that the example makes of results. */
export class FleetTables {
  private constructor(private readonly connection: DuckDBConnection) {}

  /** An empty database, in memory or in a new file; `undefined` where this system has no build of the engine. */
  static async open(file = ':memory:'): Promise<FleetTables | undefined> {
    const engine = await import('@duckdb/node-api').catch(() => undefined);
    const instance = await engine?.DuckDBInstance.create(file);
    return instance && new FleetTables(await instance.connect());
  }

  /** Runs the example's SQL over the results that a pattern matches. */
  async fill(results: string): Promise<void> {
    await this.connection.run(`SET VARIABLE results = '${results.replaceAll("'", "''")}'`);
    for (const name of ['lines', 'roll-up', 'trend'])
      await this.connection.run(readFileSync(join(root, 'examples', 'fleet', `${name}.sql`), 'utf8'));
  }

  /** The rows of a table, days and large numbers as text. */
  async rows(table: string): Promise<readonly TableRow[]> {
    return (await this.connection.runAndReadAll(`SELECT * FROM ${table}`)).getRowObjectsJson();
  }

  close(): void {
    this.connection.closeSync();
  }
}
