/** How VS Code starts the packed server for agents, for each local folder. */
import type { Language } from '../../messages/messages';

/** The command of a server; `env` is added to VS Code's environment. */
export interface ServerStart {
  readonly label: string;
  readonly command: string;
  readonly args: string[];
  readonly env: Record<string, string>;
  readonly version: string;
}

/** What the extension host knows of itself. */
export interface ServerPlace {
  /** The folders of the workspace. */
  readonly folders: readonly { readonly name: string; readonly scheme: string; readonly fsPath: string }[];
  /** The path of the packed server on this computer. */
  readonly script: string;
  /** The program that runs extensions, which is a Node; absent in a browser. */
  readonly node?: string;
  readonly language: Language;
  readonly version: string;
}

/** A server for each local folder; none without a Node to run it. */
export function serversFor({ folders, script, node, language, version }: ServerPlace): ServerStart[] {
  if (node === undefined) return [];
  return folders
    .filter(({ scheme }) => scheme === 'file')
    .map(({ name, fsPath }) => ({
      label: folders.length > 1 ? `PSIRT Maturity: ${name}` : 'PSIRT Maturity',
      command: node,
      args: [script, '--root', fsPath, '--lang', language],
      // On the desktop that program is VS Code itself, which then acts as Node.
      env: { ELECTRON_RUN_AS_NODE: '1' },
      version,
    }));
}
