/** `mcp`: serves agents that speak the Model Context Protocol. */
import { basename, dirname } from 'node:path';
import type { RevisionReader } from '../../agents/workspace';
import { Failure } from '../../node/failure';
import type { Io } from '../terminal';
import { command } from './command';

const options = { stdio: { type: 'boolean' }, root: { type: 'string' }, 'read-only': { type: 'boolean' } } as const;

/** Runs `mcp`, until the client disconnects. */
export const mcp = command(options, async ({ values, positionals }, io, t) => {
  const [surplus] = positionals;
  if (surplus !== undefined) throw new Failure('cli.too-many-arguments', { value: surplus });
  if (!values.stdio) throw new Failure('cli.needs-stdio');
  const { serve } = await import('../../mcp/node');
  const { cwd, now } = io;
  const inRevision = revisionsOf(io);
  await serve({ root: values.root ?? '.', cwd, inRevision, readOnly: values['read-only'] === true, now }, t);
  return 0;
});

/** Reads files from their repositories in the same way as other commands. */
export function revisionsOf({ env }: Pick<Io, 'env'>): RevisionReader {
  return async (file, revision) => {
    const { textAt } = await import('../git/baselines');
    return (await textAt(revision, `./${basename(file)}`, { env, cwd: dirname(file) })).text;
  };
}
