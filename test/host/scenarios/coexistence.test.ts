import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { act, inPanel } from '../support/bridge';
import { completions, hovers } from '../support/queries';
import { closeAll, fileUri, openWith, problemsOf, ruleOf, until, untilText } from '../support/workspace';

const text = 'sheet: psirt-maturity@1.0\nservices:\n  "1.1": 1\n  "1.2": 7\n  \n';
const server = () => vscode.workspace.getConfiguration('yaml');
const atService = new vscode.Position(2, 4);
const atNewLine = new vscode.Position(4, 2);

describe('When a YAML server goes and comes', () => {
  const installed = () => vscode.extensions.getExtension('redhat.vscode-yaml') !== undefined;

  after(closeAll);

  it('its share of an open file is ours without it, and its own once it is installed, with no window loaded anew', async () => {
    // It does not run yet: VS Code takes it away at once.
    await vscode.commands.executeCommand('workbench.extensions.uninstallExtension', 'redhat.vscode-yaml');
    await until(vscode.extensions.onDidChange, () => !installed(), 'the server is gone');
    const { document } = await openWith('late.psirt.yaml', text);
    await vscode.languages.setTextDocumentLanguage(document, 'yaml');
    await problemsOf(document.uri, (rules) => rules.includes('invalid-value'));
    assert.match((await hovers(document.uri, atService))[0] ?? '', /(Level |レベル)5/);
    await vscode.commands.executeCommand('workbench.extensions.command.installFromVSIX', [fileUri('yaml-server.vsix')]);
    await until(vscode.extensions.onDidChange, installed, 'the server is there');
    await problemsOf(document.uri, (rules) => rules.includes('below-target') && !rules.includes('invalid-value'));
    const reported = () => vscode.languages.getDiagnostics(document.uri).some(({ source }) => source === 'yaml-schema');
    await until(vscode.languages.onDidChangeDiagnostics, reported, 'the server reports the score');
    assert.deepEqual(await hovers(document.uri, atService), ['From the schema']);
  });
});

describe('With a YAML server', () => {
  let document: vscode.TextDocument;

  /** Opens the assessment as plain YAML, which starts the server. */
  async function openAsYaml(): Promise<void> {
    ({ document } = await openWith('shared.psirt.yaml', text));
    await vscode.languages.setTextDocumentLanguage(document, 'yaml');
    await until(
      vscode.languages.onDidChangeDiagnostics,
      () => messages('yaml-schema').length === 1,
      'the server reports the score',
    );
  }
  const messages = (source: string) =>
    vscode.languages.getDiagnostics(document.uri).filter((diagnostic) => diagnostic.source === source);
  const said = async () => ({
    hovers: await hovers(document.uri, atService),
    completions: await completions(document.uri, atNewLine),
    outline: await outline(document.uri),
  });

  afterEach(async () => {
    for (const setting of ['hover', 'completion', 'validate'])
      await server().update(setting, undefined, vscode.ConfigurationTarget.Workspace);
    await closeAll();
  });

  it('an assessment in its own language has all of ours, and nothing of the server', async () => {
    ({ document } = await openWith('own.psirt.yaml', text));
    const problems = await problemsOf(document.uri);
    assert.ok(problems.map(ruleOf).includes('invalid-value'));
    const {
      hovers: [hover, second],
      completions: suggested,
      outline: symbols,
    } = await said();
    assert.match(hover ?? '', /(Level |レベル)5/);
    assert.equal(second, undefined);
    assert.ok(suggested.some((label) => label.startsWith('1.3 ')));
    assert.ok(symbols.length > 0 && !symbols.includes('From the server'));
  });

  it('opened as plain YAML nothing is said twice: hover, completion, outline and what the schema finds are the server’s', async () => {
    await openAsYaml();
    const problems = await problemsOf(
      document.uri,
      (rules) => rules.includes('below-target') && !rules.includes('invalid-value'),
    );
    assert.ok(!problems.map(ruleOf).includes('invalid-value'));
    assert.deepEqual(await said(), {
      hovers: ['From the schema'],
      completions: ['from-the-schema'],
      outline: ['From the server'],
    });
  });

  it('quick fixes and the grid stay', async () => {
    await openAsYaml();
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(1, 0, 1, 3),
    );
    assert.ok(actions.some(({ title }) => /missing|不足/.test(title)));
    await vscode.commands.executeCommand('psirtMaturity.openGrid');
    await inPanel('[data-state="assessment"] [data-service="1.1"].score-1');
    await act('panel.click', { selector: '[data-service="1.1"] [data-level="3"]' });
    await untilText(document, (now) => now.includes('"1.1": 3'), '1.1 is 3');
  });

  it('what the server’s own settings switch off comes back, at once', async () => {
    await openAsYaml();
    for (const setting of ['hover', 'completion', 'validate'])
      await server().update(setting, false, vscode.ConfigurationTarget.Workspace);
    await problemsOf(document.uri, (rules) => rules.includes('invalid-value'));
    assert.equal(messages('yaml-schema').length, 0);
    const { hovers: shown, completions: suggested } = await said();
    assert.equal(shown.length, 1);
    assert.match(shown[0] ?? '', /(Level |レベル)5/);
    assert.ok(suggested.some((label) => label.startsWith('1.3 ')) && !suggested.includes('from-the-schema'));
    await server().update('validate', undefined, vscode.ConfigurationTarget.Workspace);
    await problemsOf(document.uri, (rules) => !rules.includes('invalid-value'));
  });

  it('a change of the document’s language hands over, both ways', async () => {
    await openAsYaml();
    await problemsOf(document.uri, (rules) => rules.includes('below-target') && !rules.includes('invalid-value'));
    await vscode.languages.setTextDocumentLanguage(document, 'psirt-yaml');
    await problemsOf(document.uri, (rules) => rules.includes('invalid-value'));
    await until(
      vscode.languages.onDidChangeDiagnostics,
      () => messages('yaml-schema').length === 0,
      'the server is silent',
    );
    await vscode.languages.setTextDocumentLanguage(document, 'yaml');
    await problemsOf(document.uri, (rules) => rules.includes('below-target') && !rules.includes('invalid-value'));
  });
});

/** Names of the outline's uppermost symbols. */
async function outline(uri: vscode.Uri): Promise<string[]> {
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
    'vscode.executeDocumentSymbolProvider',
    uri,
  );
  return symbols.map(({ name }) => name);
}
