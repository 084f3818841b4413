/** `mcp`: serves agents that speak the Model Context Protocol. */
import { Failure } from '../../node/failure';
import { command } from './command';

const options = { stdio: { type: 'boolean' }, root: { type: 'string' }, 'read-only': { type: 'boolean' } } as const;

/** Carries out `mcp`, until the client is gone. */
export const mcp = command(options, async ({ values, positionals }, { cwd, now }, t) => {
  const [surplus] = positionals;
  if (surplus !== undefined) throw new Failure('cli.too-many-arguments', { value: surplus });
  if (!values.stdio) throw new Failure('cli.needs-stdio');
  const { serve } = await import('../../mcp/node');
  await serve({ root: values.root ?? '.', cwd, readOnly: values['read-only'] === true, now }, t);
  return 0;
});
