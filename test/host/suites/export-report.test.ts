import assert from 'node:assert/strict';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import * as vscode from 'vscode';
import { act } from '../support/bridge';
import {
  chooseListed,
  choosePath,
  fileDialog,
  openOffer,
  press,
  quickInput,
  textOf,
  untilWritten,
  untilActive,
} from '../support/questions';
import { closeAll, fileUri, itOnce, language, open, openWith, until } from '../support/workspace';
import { yaml } from '../../support/yaml';

describe('Export Report', () => {
  const target = fileUri('edge-router.html');

  afterEach(async () => {
    await closeAll();
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('notifications.hideList');
  });
  after(() => vscode.workspace.fs.delete(target));

  it('asks for a format and a file, and writes the report of the assessment in the editor', async () => {
    await open('edge-router.psirt.yaml');
    const watcher = vscode.workspace.createFileSystemWatcher('**/edge-router.html');
    let written = false;
    watcher.onDidCreate(() => (written = true));
    const run = vscode.commands.executeCommand('psirtMaturity.exportReport');
    await act('page.click', { selector: '.quick-input-list .monaco-list-row:has-text("HTML")' });
    await fileDialog();
    assert.match(await act<string>('page.value', { selector: quickInput }), /edge-router\.html$/);
    await press('Enter');
    await until(watcher.onDidCreate, () => written, 'the report is written');
    watcher.dispose();
    // Toasts are off in a VS Code under test: what offers to open the file waits in the centre.
    await vscode.commands.executeCommand('notifications.showList');
    const offer = openOffer('edge-router.html');
    await act('page.waitFor', { selector: offer });
    assert.match(await textOf(target), new RegExp(`^<!DOCTYPE html>\\n<html lang="${language}">`));
    assert.match(await textOf(target), /ER-400 edge router firmware/);
    await act('page.click', { selector: offer });
    await run;
    await untilActive('/edge-router.html');
  });

  itOnce('writes over no assessment that has another name', async () => {
    const source = await textOf(fileUri('edge-router.psirt.yaml'));
    // An equal file is all that can be told of a link to the assessment.
    const same = fileUri('same.md');
    await vscode.workspace.fs.writeFile(same, new TextEncoder().encode(source));
    await open('edge-router.psirt.yaml');
    const run = vscode.commands.executeCommand('psirtMaturity.exportReport');
    await act('page.click', { selector: '.quick-input-list .monaco-list-row:has-text("Markdown")' });
    await fileDialog();
    await choosePath(same.path);
    await run;
    await vscode.commands.executeCommand('notifications.showList');
    const refusal = language === 'ja' ? '上書きしませんでした' : 'was not overwritten';
    const item = `.notifications-center.visible .notification-list-item:has-text("same.md"):has-text("${refusal}")`;
    await act('page.waitFor', { selector: item });
    assert.equal(await textOf(same), source);
    await vscode.workspace.fs.delete(same);
  });

  it('writes in another language with the problems and the own wording of that language, and remembers it', async () => {
    const [other, option, full] =
      language === 'ja'
        ? (['en', 'レポートの言語：', 'Markdown（完全版）'] as const)
        : (['ja', 'Language of the report: ', 'Markdown: full'] as const);
    const names = { en: 'English', ja: '日本語' };
    const overlay = yaml`
      language: ${other}
      services:
        "1.1":
          title: Colleagues
    `;
    const written = fileUri('told/a.md');
    const choiceOf = async (now: string, wanted: string): Promise<void> => {
      await chooseListed(`${option}${now}`);
      await act('page.waitFor', { selector: `.quick-input-list .monaco-list-row:has-text("${wanted}")` });
      await chooseListed(wanted);
      await act('page.waitFor', { selector: `.quick-input-list .monaco-list-row:has-text("Markdown")` });
    };
    await vscode.workspace.fs.writeFile(fileUri('told/own.psirt-wording.yaml'), new TextEncoder().encode(overlay));
    await openWith(
      'told/a.psirt.yaml',
      yaml`
        sheet: psirt-maturity@1.0
        wording: own.psirt-wording.yaml
        services:
          "1.1": 4
      `,
    );
    const run = vscode.commands.executeCommand('psirtMaturity.exportReport');
    await choiceOf(names[language], names[other]);
    await chooseListed(full);
    await fileDialog();
    await choosePath(written.path);
    await untilWritten('a.md');
    const text = await textOf(written);
    const finding = other === 'ja' ? '1.1はスコア4ですが、証跡がありません。' : '1.1 is scored 4 without evidence.';
    assert.ok(text.includes(finding), text);
    assert.match(text, /1\.1 Colleagues/);
    await run;
    // It is offered the next time, and goes back to the editor's.
    const again = vscode.commands.executeCommand('psirtMaturity.exportReport');
    await choiceOf(names[other], names[language]);
    await press('Escape');
    await again;
    await closeAll();
    await vscode.workspace.fs.delete(fileUri('told'), { recursive: true });
  });

  itOnce('writes a document on a template, which is remembered until it is given up', async () => {
    const listed = () => act('page.waitFor', { selector: '.quick-input-list .monaco-list-row:has-text("Markdown")' });
    const [template, written] = [fileUri('house.docx'), fileUri('edge-router.docx')];
    await vscode.workspace.fs.writeFile(template, houseTemplate());
    await open('edge-router.psirt.yaml');
    const run = vscode.commands.executeCommand('psirtMaturity.exportReport');
    await chooseListed('Template of slides and documents: none');
    await fileDialog();
    await act('page.click', { selector: '.quick-input-list .monaco-list-row:has-text("house.docx")' });
    await listed();
    await chooseListed('Document (Word)');
    await fileDialog();
    await press('Enter');
    await untilWritten('edge-router.docx');
    await run;
    const parts = unzipSync(await vscode.workspace.fs.readFile(written));
    assert.match(strFromU8(parts['word/styles.xml'] ?? assert.fail()), /w:styleId="House"/);
    assert.match(strFromU8(parts['word/document.xml'] ?? assert.fail()), /ER-400 edge router firmware/);
    const again = vscode.commands.executeCommand('psirtMaturity.exportReport');
    await chooseListed('Use no template');
    await listed();
    await press('Escape');
    await again;
    for (const file of [template, written]) await vscode.workspace.fs.delete(file);
  });

  it('asks nothing more when it is given up', async () => {
    await open('edge-router.psirt.yaml');
    const run = vscode.commands.executeCommand('psirtMaturity.exportReport');
    await act('page.waitFor', { selector: '.quick-input-list .monaco-list-row:has-text("Markdown")' });
    await act('page.waitFor', { selector: '.quick-input-widget input:focus' });
    // What it compares with is an entry of the list, not a question of its own.
    const compared = language === 'ja' ? '比較先：なし' : 'Compared with: nothing';
    await act('page.type', { text: compared.slice(0, 8) });
    await act('page.waitFor', { selector: `.quick-input-list .monaco-list-row:has-text("${compared}")` });
    await press('Escape');
    await run;
    await act('page.waitFor', { selector: '.quick-input-widget', state: 'hidden' });
  });
});

/** The least that a document needs, with a style of its own. */
function houseTemplate(): Uint8Array {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const related = (kind: string, target: string) =>
    `<Relationships><Relationship Id="a" Type="${office}/${kind}" Target="${target}"/></Relationships>`;
  const word = (name: string, content: string) =>
    `<w:${name} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${content}</w:${name}>`;
  const texts = {
    '[Content_Types].xml': '<Types><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': related('officeDocument', 'word/document.xml'),
    'word/document.xml': word('document', '<w:body/>'),
    'word/_rels/document.xml.rels': related('styles', 'styles.xml'),
    'word/styles.xml': word(
      'styles',
      '<w:style w:type="paragraph" w:styleId="House"><w:name w:val="House"/></w:style>',
    ),
  };
  return zipSync(Object.fromEntries(Object.entries(texts).map(([path, xml]) => [path, strToU8(xml)])));
}
