/** Questions in VS Code's lists and input boxes, with texts escaped for them: names from files are plain text there. */
import * as vscode from 'vscode';
import type { Label } from '../../messages/safe-text';

/** An entry of a list. */
export interface Item extends vscode.QuickPickItem {
  readonly label: Label;
  readonly description?: Label;
  readonly detail?: Label;
}

interface ListOptions {
  readonly title: Label;
  readonly placeHolder?: Label;
  readonly ignoreFocusOut?: boolean;
  readonly matchOnDescription?: boolean;
  readonly matchOnDetail?: boolean;
}

/** Lets the user choose one item. */
export function choose<T extends Item>(
  items: readonly T[] | Promise<readonly T[]>,
  options: ListOptions,
): Thenable<T | undefined> {
  return vscode.window.showQuickPick(items, options);
}

/** Lets the user choose any number of items. */
export function chooseSome<T extends Item>(items: readonly T[], options: ListOptions): Thenable<T[] | undefined> {
  return vscode.window.showQuickPick(items, { ...options, canPickMany: true });
}

/** A list that the caller fills and listens to. */
export interface List<T extends Item> extends Omit<vscode.QuickPick<T>, 'title' | 'placeholder'> {
  title: Label | undefined;
  placeholder: Label | undefined;
}

export function newList<T extends Item>(): List<T> {
  return vscode.window.createQuickPick<T>() as List<T>;
}

/** An input box that the caller controls. */
export interface Box extends Omit<vscode.InputBox, 'title' | 'prompt' | 'placeholder' | 'validationMessage'> {
  title: Label | undefined;
  prompt: Label | undefined;
  placeholder: Label | undefined;
  validationMessage: Label | undefined;
}

export function newBox(): Box {
  return vscode.window.createInputBox() as Box;
}
