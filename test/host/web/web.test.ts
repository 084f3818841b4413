import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import * as vscode from 'vscode';
import { itServesTheMainPath } from '../support/main-path';
import { chooseListed, choosePath, fileDialog, untilWritten } from '../support/questions';
import { fileUri, language, openWith } from '../support/workspace';
import { yaml } from '../../support/yaml';

describe('In the web worker extension host', () => {
  it('there is a worker and no Node.js', () => {
    assert.equal(typeof Reflect.get(globalThis, 'importScripts'), 'function');
    assert.equal(typeof Reflect.get(globalThis, 'process'), 'undefined');
  });

  itServesTheMainPath();

  it('writes slides, with the libraries that are loaded for them', async () => {
    const text = yaml`
      sheet: psirt-maturity@1.0
      subject: Trial
      services:
        "1.1": 2
    `;
    await openWith('slides.psirt.yaml', text);
    const run = vscode.commands.executeCommand('psirtMaturity.exportReport');
    await chooseListed(language === 'ja' ? 'スライド（PowerPoint）' : 'Slides (PowerPoint)');
    await fileDialog();
    await choosePath(fileUri('slides.pptx').path);
    await untilWritten('slides.pptx');
    await run;
    const parts = unzipSync(await vscode.workspace.fs.readFile(fileUri('slides.pptx')));
    assert.match(strFromU8(parts['ppt/slides/slide1.xml'] ?? assert.fail()), /Trial/);
    assert.ok(parts['ppt/charts/chart1.xml']);
    await vscode.workspace.fs.delete(fileUri('slides.pptx'));
  });
});
