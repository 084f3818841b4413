/** Documents to cite, and assessments that cite them. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, fileUri, resetSettings, until } from './workspace';
import { yaml } from '../../support/yaml';

export const head = yaml`
  sheet: psirt-maturity@1.0
  services:
    "1.1":
      score: 3
      evidence:
`;
export const charter = yaml`
  # Charter

  ## Roles

  The **lead** decides. [x](https://example.com)

  ## Contact

  Mail.
`;

/** An assessment whose only service cites these. */
export const citing = (...links: string[]) => `${head}${links.map((link) => `      - ${link}\n`).join('')}`;

export const configuration = () => vscode.workspace.getConfiguration('psirtMaturity');

/** Three documents for each test of a suite; all that it made is gone afterwards. */
export function usePapers(): void {
  beforeEach(async () => {
    for (const name of ['charter.md', 'minutes.md', 'policies/disclosure.md']) await write(`papers/${name}`, charter);
  });
  afterEach(async () => {
    await resetSettings('updateCitationsOnFileMove');
    await closeAll();
    for (const path of ['papers', 'archive', 'moved']) await remove(path);
  });
}

export async function write(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(fileUri(path), new TextEncoder().encode(text));
}

async function remove(path: string): Promise<void> {
  try {
    await vscode.workspace.fs.delete(fileUri(path), { recursive: true });
  } catch {
    // This test did not make it.
  }
}

/** Moves as the Explorer does, with all who take part in it; resolves when it is done. */
export async function rename(from: string, to: string): Promise<void> {
  let done = false;
  const subscription = vscode.workspace.onDidRenameFiles(() => (done = true));
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(fileUri(from), fileUri(to));
  assert.ok(await vscode.workspace.applyEdit(edit));
  await until(vscode.workspace.onDidRenameFiles, () => done, `${from} is ${to}`);
  subscription.dispose();
}
