/** Answers VS Code's quick inputs as the user does. */
import * as vscode from 'vscode';
import { act } from './bridge';
import { language, until } from './workspace';

/** Waits for a question by its place among all, as in `2/4`. */
export function question(step: string): Promise<unknown> {
  return act('page.waitFor', { selector: `.quick-input-widget .quick-input-title:has-text("(${step})")` });
}

/** Where text is typed, in a question and in VS Code's own dialog for files. */
export const quickInput = '.quick-input-widget .quick-input-filter input';

/** VS Code's own dialog for files: its buttons tell it from a list. */
const dialog = '.quick-input-widget:has(.quick-input-action .monaco-button:visible)';

/** Waits for VS Code's own dialog for files, until it lists a folder: what is typed before that is lost. */
export function fileDialog(): Promise<unknown> {
  return act('page.waitFor', {
    selector: `${dialog} .monaco-list-row:visible[aria-label^=".."]`,
  });
}

/**
 * Gives a path in the dialog. Enter lists its folder unless that is done already, so it is pressed until the dialog is
 * gone; nowhere else, since by then the keyboard may be in a list or in a file.
 */
export async function choosePath(path: string): Promise<void> {
  await act('page.fill', { selector: quickInput, text: path });
  for (let gone = false; !gone; ) {
    await act('page.press', { selector: `${dialog} .quick-input-filter input`, key: 'Enter', timeout: 500 }).catch(
      () => undefined,
    );
    gone = await act('page.waitFor', {
      selector: '.quick-input-widget .quick-input-action',
      state: 'hidden',
      timeout: 500,
    }).then(
      () => true,
      () => false,
    );
  }
}

/** Asks for VS Code's own dialog by the button beside a path. */
export async function openDialog(): Promise<void> {
  await act('page.click', { selector: '.quick-input-titlebar [class*="folder-opened"]' });
  await fileDialog();
}

/**
 * Chooses from a list what holds some words, by typing them: a list shows its first entries only, and how many there
 * are is no matter of the test.
 */
export async function chooseListed(words: string): Promise<void> {
  await act('page.waitFor', { selector: '.quick-input-widget .monaco-list-row' });
  await act('page.type', { text: words });
  await act('page.waitFor', { selector: `.quick-input-widget .monaco-list-row.focused[aria-label*="${words}"]` });
  await press('Enter');
}

export async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await act('page.press', { key });
}

/**
 * The button that offers to open a file once it is written. While it is being written there is a notification as well,
 * whose button stops that.
 */
export function openOffer(name: string): string {
  const button = `.monaco-button:has-text("${language === 'ja' ? '開く' : 'Open'}")`;
  return `.notifications-center.visible .notification-list-item:has-text("${name}") ${button}`;
}

/** Waits until a notification offers to open a file, which says that it is written, and clears it away. */
export async function untilWritten(name: string): Promise<void> {
  await act('page.waitFor', { selector: '.quick-input-widget', state: 'hidden' });
  // Toasts are off in a VS Code under test: the offer waits in the centre.
  await vscode.commands.executeCommand('notifications.showList');
  await act('page.waitFor', { selector: openOffer(name) });
  await vscode.commands.executeCommand('notifications.clearAll');
  await vscode.commands.executeCommand('notifications.hideList');
}

/** What a file holds, its byte order mark included. */
export async function textOf(uri: vscode.Uri): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(uri));
}

/** Waits until a file is in the active editor. */
export function untilActive(ending: string): Promise<void> {
  return until(
    vscode.window.onDidChangeActiveTextEditor,
    () => vscode.window.activeTextEditor?.document.uri.path.endsWith(ending) ?? false,
    `${ending} is open`,
  );
}

/** Waits until guided scoring in native steps asks for a service. */
export function stepOf(id: string): Promise<unknown> {
  return act('page.waitFor', {
    selector: `.quick-input-widget:not([style*="display: none"]) .quick-input-title:has-text("${id} ")`,
  });
}

/** Passes over the service that guided scoring in native steps asks for. */
export function skipInList(): Promise<void> {
  return chooseListed(language === 'ja' ? 'スキップ' : 'Skip');
}

/** Waits until the active tab shows a file as a grid. */
export function untilGridOf(path: string): Promise<void> {
  const isShown = (): boolean => {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    return input instanceof vscode.TabInputCustom && input.uri.path.endsWith(path);
  };
  return until(vscode.window.tabGroups.onDidChangeTabs, isShown, `the grid shows ${path}`);
}
