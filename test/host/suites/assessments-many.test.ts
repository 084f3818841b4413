import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { outOfScopeIds, serviceIds } from '../../../src/sheet/sheet';
import { act } from '../support/bridge';
import { assessmentsView, describeOnce, fileUri } from '../support/workspace';
import { yaml } from '../../support/yaml';

const total = 2000;
const folder = fileUri('many');

/** A full assessment, each with other scores, whose evidence all cite. */
function textOf(number: number): string {
  const ids = serviceIds.filter((id) => !outOfScopeIds.includes(id));
  const services = ids.map(
    (id, index) => `  "${id}": { score: ${(number + index) % 4}, evidence: [/docs/psirt-charter.md] }\n`,
  );
  return yaml`
    sheet: psirt-maturity@1.0
    subject: Product ${number}
    assessed: 2026-0${1 + (number % 9)}-15
    services:
    ${services.join('')}`;
}

describeOnce('Assessments view over many files', () => {
  before(async () => {
    const encoder = new TextEncoder();
    for (let start = 0; start < total; start += 50) {
      const numbers = Array.from({ length: 50 }, (_, offset) => start + offset);
      await Promise.all(
        numbers.map((number) =>
          vscode.workspace.fs.writeFile(
            vscode.Uri.joinPath(folder, `${number % 20}`, `${number}.psirt.yaml`),
            encoder.encode(textOf(number)),
          ),
        ),
      );
    }
  });
  after(() => vscode.workspace.fs.delete(folder, { recursive: true }));

  it(`shows the first of ${total} soon, and all in the end`, async () => {
    const present = (await vscode.workspace.findFiles('**/*.psirt.{yaml,yml}')).length;
    assert.ok(present >= total);
    const start = performance.now();
    await vscode.commands.executeCommand('psirtMaturity.assessments.focus');
    await act('page.waitFor', { selector: `${assessmentsView} .monaco-list-row:has-text("Product ")` });
    const first = performance.now() - start;
    await act('page.waitFor', {
      selector: `${assessmentsView} .monaco-list-row[aria-setsize="${present}"]`,
      timeout: 50_000,
    });
    console.log(
      `Assessments view, ${total} files: first paint ${first.toFixed(0)} ms, total ${(performance.now() - start).toFixed(0)} ms`,
    );
  });
});
