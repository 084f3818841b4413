/** What the tests of the packaged language server start, and on what. */
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Our server, as a command. */
export const own = [process.execPath, resolve('dist', 'cli.js'), 'lsp', '--stdio'];
/** The YAML server, as a command. */
export const yaml = [
  process.execPath,
  resolve('node_modules', 'yaml-language-server', 'bin', 'yaml-language-server'),
  '--stdio',
];

export const text = `sheet: psirt-maturity@1.0
subject: Router
assessed: 2026-11-20
services:
  "1.1":
    score: 2
    evidence:
      - docs/charter.md#roles
  1.2: 9
`;

/** A folder with an assessment and the document it cites. */
export function folderOf(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'psirt-lsp-')));
  mkdirSync(join(folder, 'docs'));
  writeFileSync(join(folder, 'docs', 'charter.md'), '# Roles\n');
  writeFileSync(join(folder, 'router.psirt.yaml'), text);
  return folder;
}
