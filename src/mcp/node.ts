/** The server for agents over standard input and output. */
import { realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { AgentWorkspace, RevisionReader } from '../agents/workspace';
import type { Translate } from '../messages/messages';
import { Failure } from '../node/failure';
import { loadExplainedSheet } from '../node/load-texts';
import { filesBelow } from './files';
import { agentServer } from './server';

/** What a workspace is made from; the caller supplies access to git. */
interface Place {
  readonly root: string;
  readonly cwd: string;
  readonly inRevision: RevisionReader;
  now(): Date;
}

interface Start extends Place {
  readonly readOnly: boolean;
}

/**
 * Serves the agent on standard input and output until it disconnects. Throws `Failure` where the root is not a folder.
 */
export async function serve({ readOnly, ...place }: Start, t: Translate): Promise<void> {
  const server = agentServer(workspaceAt(place, t), readOnly);
  const ended = new Promise<void>((done) => (server.server.onclose = done));
  process.stdin.once('end', () => void server.close());
  await server.connect(new StdioServerTransport());
  await ended;
}

/** The workspace of a root. Throws `Failure` where that is not a folder. */
export function workspaceAt({ root, cwd, inRevision, now }: Place, t: Translate): AgentWorkspace {
  const folder = resolve(cwd, root);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Failure('cli.no-root', { path: root });
  const files = filesBelow(realpathSync.native(folder), inRevision);
  return { files, sheet: loadExplainedSheet(t.language), t, now };
}
