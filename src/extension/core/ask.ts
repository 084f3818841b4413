/**
 * Questions in VS Code's own lists and boxes, in texts that are fit for them: names from outside stand there as text.
 */
import * as vscode from 'vscode';
import type { Label } from '../../messages/safe-text';

/** A row of a list. */
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

/** Lets the user choose one of the items. */
export function choose<T extends Item>(
  items: readonly T[] | Promise<readonly T[]>,
  options: ListOptions,
): Thenable<T | undefined> {
  return vscode.window.showQuickPick(items, options);
}

/** Lets the user choose any of the items. */
export function chooseSome<T extends Item>(items: readonly T[], options: ListOptions): Thenable<T[] | undefined> {
  return vscode.window.showQuickPick(items, { ...options, canPickMany: true });
}

/** A list that is filled and listened to by whoever asks. */
export interface List<T extends Item> extends Omit<vscode.QuickPick<T>, 'title' | 'placeholder'> {
  title: Label | undefined;
  placeholder: Label | undefined;
}

export function newList<T extends Item>(): List<T> {
  return vscode.window.createQuickPick<T>() as List<T>;
}

/** A box for a line of text. */
export interface Box extends Omit<vscode.InputBox, 'title' | 'prompt' | 'placeholder' | 'validationMessage'> {
  title: Label | undefined;
  prompt: Label | undefined;
  placeholder: Label | undefined;
  validationMessage: Label | undefined;
}

export function newBox(): Box {
  return vscode.window.createInputBox() as Box;
}
