/** Native inputs one after the other, each in place of the one before. */
import * as vscode from 'vscode';

/** The user wants the step before. */
export const back = Symbol('back');
export type Back = typeof back;

type Input = vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox;

export interface TextQuestion {
  readonly title: string;
  readonly prompt: string;
  readonly value?: string;
  readonly placeholder?: string;
  readonly step?: number;
  readonly totalSteps?: number;
  readonly canGoBack?: boolean;
  /** Another way to answer, as a button: it gives an answer, or `undefined` to stay. */
  readonly other?: { readonly icon: string; readonly tooltip: string; answer(): Promise<string | undefined> };
  /** What is wrong with an answer, if anything; asked when it is given. */
  check(value: string): string | undefined | Promise<string | undefined>;
}

export class InputSteps implements vscode.Disposable {
  private current: Input | undefined;

  /** Shows an input until it is settled by what `wire` listens to, goes back, or is given up (`undefined`). */
  show<T>(input: Input, canGoBack: boolean, wire: (settle: (answer: T) => void) => readonly vscode.Disposable[]): Promise<T | Back | undefined> {
    return new Promise((resolve) => {
      const settle = (answer: T | Back | undefined): void => {
        listening.dispose();
        resolve(answer);
      };
      const listening = vscode.Disposable.from(
        input.onDidHide(() => settle(undefined)),
        input.onDidTriggerButton((button) => button === vscode.QuickInputButtons.Back && settle(back)),
        ...wire(settle),
      );
      if (canGoBack) input.buttons = [vscode.QuickInputButtons.Back, ...input.buttons];
      // An editor beside stays usable; Escape gives up.
      input.ignoreFocusOut = true;
      input.show();
      this.current?.dispose();
      this.current = input;
    });
  }

  /** Asks for a line of text; an answer that is wrong is not taken. */
  ask(question: TextQuestion): Promise<string | Back | undefined> {
    const { other, canGoBack = false } = question;
    const box = vscode.window.createInputBox();
    const { title, prompt, value = '', placeholder, step, totalSteps } = question;
    Object.assign(box, { title, prompt, value, placeholder, step, totalSteps });
    if (other) box.buttons = [{ iconPath: new vscode.ThemeIcon(other.icon), tooltip: other.tooltip }];
    return this.show<string>(box, canGoBack, (settle) => {
      const take = async (given: string | undefined): Promise<void> => {
        if (given === undefined) return;
        box.validationMessage = await question.check(given);
        if (!box.validationMessage) settle(given);
      };
      return [
        box.onDidAccept(() => take(box.value.trim())),
        box.onDidChangeValue(() => (box.validationMessage = undefined)),
        box.onDidTriggerButton(async (button) => {
          if (button !== vscode.QuickInputButtons.Back) await take(await other?.answer());
        }),
      ];
    });
  }

  dispose(): void {
    this.current?.dispose();
  }
}
