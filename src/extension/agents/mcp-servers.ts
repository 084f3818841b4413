/** The server for agents as VS Code is told of it: the packed one, for each folder on this computer. */
import type { Language } from '../../messages/messages';

/** What starts a server; `env` is added to the environment that VS Code gives. */
export interface ServerStart {
  readonly label: string;
  readonly command: string;
  readonly args: string[];
  readonly env: Record<string, string>;
  readonly version: string;
}

/** What the host of the extension knows of itself. */
export interface ServerPlace {
  /** The folders of the workspace. */
  readonly folders: readonly { readonly name: string; readonly scheme: string; readonly fsPath: string }[];
  /** The packed server, by its path on this computer. */
  readonly script: string;
  /** The program that runs the extensions, which is a Node; none in a browser. */
  readonly node?: string;
  readonly language: Language;
  readonly version: string;
}

/** A server for each folder that is on this computer; none where there is no Node to run it. */
export function serversFor({ folders, script, node, language, version }: ServerPlace): ServerStart[] {
  if (node === undefined) return [];
  return folders
    .filter(({ scheme }) => scheme === 'file')
    .map(({ name, fsPath }) => ({
      label: folders.length > 1 ? `PSIRT Maturity: ${name}` : 'PSIRT Maturity',
      command: node,
      args: [script, '--root', fsPath, '--lang', language],
      // On the desktop that program is VS Code itself, which is a Node then.
      env: { ELECTRON_RUN_AS_NODE: '1' },
      version,
    }));
}
