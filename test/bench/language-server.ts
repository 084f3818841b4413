/** The language server as an editor meets it: from the start of its process, and from one keystroke to the problems. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';

const own = [resolve('dist', 'cli.js'), 'lsp', '--stdio'];
const yaml = [resolve('node_modules', 'yaml-language-server', 'bin', 'yaml-language-server'), '--stdio'];

export interface Served {
  /** Until the first problems of a file, in milliseconds. */
  readonly first: number;
  /** From a change to its problems, of each change. */
  readonly keystrokes: readonly number[];
}

/** A session with our server, and one with `yaml-language-server` and our schema, over the same text. */
export async function timeServers(text: string, keystrokes = 20): Promise<{ ours: Served; peer: Served }> {
  return { ours: await time(own, text, keystrokes), peer: await time(yaml, text, keystrokes) };
}

async function time(args: readonly string[], text: string, keystrokes: number): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'psirt-bench-'));
  const start = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  let shown = (): void => undefined;
  connection.onNotification('textDocument/publishDiagnostics', () => shown());
  connection.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) =>
    items.map(({ section }) => (section === 'yaml' ? { validate: true, schemas: schemas() } : null)),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const uri = pathToFileURL(join(folder, 'full.psirt.yaml')).href;
  const rootUri = pathToFileURL(folder).href;
  const capabilities = { workspace: { configuration: true } };
  await connection.sendRequest('initialize', { processId: process.pid, rootUri, capabilities });
  await connection.sendNotification('initialized', {});
  const problems = (): Promise<void> => new Promise((done) => (shown = done));
  const opened = problems();
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'yaml', version: 1, text },
  });
  await opened;
  const first = performance.now() - start;
  const timings: number[] = [];
  const { line, character } = placeOf(text, 'Reviewed with');
  for (let version = 2; version < keystrokes + 2; version++) {
    // A problem that comes and goes: every version has its own.
    const range = { start: { line, character }, end: { line, character: character + (version % 2) } };
    const changed = problems();
    const at = performance.now();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text: version % 2 ? '' : ' ' }],
    });
    await changed;
    timings.push(performance.now() - at);
  }
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  rmSync(folder, { recursive: true });
  return { first, keystrokes: timings };
}

function schemas(): Record<string, string> {
  return { [pathToFileURL(resolve('schemas', 'psirt-assessment.schema.json')).href]: '*.psirt.yaml' };
}

function placeOf(text: string, words: string): { line: number; character: number } {
  const before = text.slice(0, text.indexOf(words)).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
