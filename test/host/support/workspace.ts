/** Files of the tests' workspace, and waiting for what happens to them. */
import * as vscode from 'vscode';
import type { Language } from '../../../src/messages/messages';
import { act, inPanel, places } from './bridge';

/** The display language of this run. */
export const language = (process.env['PSIRT_TEST_LANG'] ?? 'en') as Language;

const once = language === 'en';
/**
 * What says nothing in one language that it does not say in another is tested in English only: the host tests take most
 * of a run's time.
 */
export const describeOnce: (title: string, body: (this: Mocha.Suite) => void) => unknown = once
  ? describe
  : () => undefined;
export const itOnce: (title: string, body: () => Promise<void>) => unknown = once ? it : () => undefined;

/** The tree of the view "Assessments"; VS Code's own lists have other names. */
export const assessmentsView = `[role="tree"][aria-label*="${language === 'ja' ? 'アセスメント' : 'Assessments'}"]`;

export function fileUri(path: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('The tests need a workspace folder');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Writes a file and opens it in the first column. */
export async function openWith(name: string, text: string): Promise<vscode.TextEditor> {
  const uri = fileUri(name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const editor = await open(name);
  // VS Code holds on to what another test had under that name, and reads it again when it hears of the change.
  const lines = (content: string) =>
    content
      .replace(/^\uFEFF/, '')
      .split(/\r\n?|\n/)
      .join('\n');
  await untilText(editor.document, (shown) => lines(shown) === lines(text), `${name} holds what was written`);
  return editor;
}

/** Opens a file of the workspace in the first column. */
export async function open(path: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(fileUri(path));
  // Opening an assessment activates the extension; what a test asks for next must not come before that.
  await vscode.extensions.getExtension('psirt-maturity.psirt-maturity')?.activate();
  return vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One, preview: false });
}

/** Closes all editors, throwing unsaved changes away. */
export async function closeAll(): Promise<void> {
  while (vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0)) {
    // Among the tabs, not the editors to be seen: another one is shown only some time after the one before it is
    // closed.
    const dirty = vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .find(({ input }) => input instanceof vscode.TabInputText && isDirty(input.uri));
    if (dirty)
      await vscode.window.showTextDocument((dirty.input as vscode.TabInputText).uri, {
        viewColumn: dirty.group.viewColumn,
      });
    await vscode.commands.executeCommand(
      dirty ? 'workbench.action.revertAndCloseActiveEditor' : 'workbench.action.closeActiveEditor',
    );
  }
}

function isDirty(uri: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some(
    (document) => document.isDirty && document.uri.toString() === uri.toString(),
  );
}

/** Takes settings of ours in the workspace back: those that are set, since each takes its time. */
export async function resetSettings(...keys: string[]): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('psirtMaturity');
  for (const key of keys) {
    if (configuration.inspect(key)?.workspaceValue !== undefined)
      await configuration.update(key, undefined, vscode.ConfigurationTarget.Workspace);
  }
}

/** Opens the grid while there is nothing to show: the file of the test before would do for what is waited for, too. */
export async function openEmptyGrid(): Promise<void> {
  await vscode.commands.executeCommand('psirtMaturity.openGrid');
  await inPanel('[data-state="empty"]', places.sideBar);
}

const examples = ['edge-router', 'new-product', 'payment-terminal'].map((name) => `${name}.psirt.yaml`);

/**
 * Deletes the assessments that other suites have left at the top of the workspace: a list of all shows only its first
 * rows.
 */
export async function removeLeftovers(): Promise<void> {
  const entries = await vscode.workspace.fs.readDirectory(fileUri(''));
  const left = entries.map(([name]) => name).filter((name) => name.endsWith('.psirt.yaml') && !examples.includes(name));
  await Promise.all(left.map((name) => vscode.workspace.fs.delete(fileUri(name))));
}

/**
 * What a test looks at changes with these: a condition may come true with another of them than the one that leads to
 * it.
 */
const news: readonly vscode.Event<unknown>[] = [
  vscode.workspace.onDidChangeTextDocument,
  vscode.workspace.onDidSaveTextDocument,
  vscode.window.onDidChangeActiveTextEditor,
  vscode.window.onDidChangeVisibleTextEditors,
  vscode.window.onDidChangeTextEditorSelection,
  vscode.window.tabGroups.onDidChangeTabs,
  vscode.languages.onDidChangeDiagnostics,
];

/**
 * Resolves once a condition holds, asked now, after each event and with all other news; rejects after a while with what
 * was waited for, how it stands then, and a picture.
 */
export async function until(
  event: vscode.Event<unknown>,
  condition: () => boolean,
  what: string,
  state: () => string = () => '',
): Promise<void> {
  if (condition()) return;
  await new Promise<void>((resolve, reject) => {
    const inVain = async () => {
      const error = new Error(`Waited in vain until ${what}${state()}`);
      // Before the windows are closed behind the test.
      await act('page.screenshot', { file: `waited-${language}.png` }).catch(() => undefined);
      reject(error);
    };
    const timer = setTimeout(() => finish(() => void inVain()), 30_000);
    const subscriptions = [event, ...news].map((one) => one(() => condition() && finish(resolve)));
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      subscriptions.forEach((subscription) => subscription.dispose());
      settle();
    };
  });
}

/** Our problems in a file, once there are any that fit. */
export async function problemsOf(
  uri: vscode.Uri,
  fits: (rules: string[]) => boolean = (rules) => rules.length > 0,
): Promise<vscode.Diagnostic[]> {
  const own = () => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'psirt-maturity');
  const rulesOf = () => own().map(ruleOf);
  await until(
    vscode.languages.onDidChangeDiagnostics,
    () => fits(rulesOf()),
    'the problems fit',
    () => `; they are: ${rulesOf().join(', ')}`,
  );
  return own();
}

/** The rule a problem is of. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return typeof code === 'object' ? String(code.value) : String(code);
}

/** Waits until one of our problems in a file speaks of something. */
export function untilMessage(uri: vscode.Uri, part: string): Promise<void> {
  const said = () =>
    vscode.languages
      .getDiagnostics(uri)
      .some(({ source, message }) => source === 'psirt-maturity' && message.includes(part));
  return until(vscode.languages.onDidChangeDiagnostics, said, `a problem speaks of ${part}`);
}

/** Waits until a document's text fits. */
export function untilText(document: vscode.TextDocument, fits: (text: string) => boolean, what: string): Promise<void> {
  return until(
    vscode.workspace.onDidChangeTextDocument,
    () => fits(document.getText()),
    what,
    () => `; the text is:\n${document.getText()}`,
  );
}
