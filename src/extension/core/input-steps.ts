/** A sequence of native inputs, each in place of the previous one. */
import * as vscode from 'vscode';
import type { Label } from '../../messages/safe-text';
import { newBox, type Box, type Item, type List } from './ask';

/** The user went back to the previous step. */
export const back = Symbol('back');
export type Back = typeof back;

type Input = List<Item> | Box;

export interface TextQuestion {
  readonly title: Label;
  readonly prompt: Label;
  readonly value?: string;
  readonly placeholder?: Label;
  readonly step?: number;
  readonly totalSteps?: number;
  readonly canGoBack?: boolean;
  /** A button with another way to answer; it returns an answer, or `undefined` to stay. */
  readonly other?: { readonly icon: string; readonly tooltip: string; answer(): Promise<string | undefined> };
  /** The error of an answer, if any; called when the answer is submitted. */
  check(value: string): Label | undefined | Promise<Label | undefined>;
}

/** The user chose the other way to answer. */
interface Elsewhere {
  readonly typed: string;
}

export class InputSteps implements vscode.Disposable {
  private current: Input | undefined;

  /** Shows an input until a listener added by `wire` settles it, the user goes back, or dismisses it (`undefined`). */
  show<T>(
    input: Input,
    canGoBack: boolean,
    wire: (settle: (answer: T) => void) => readonly vscode.Disposable[],
  ): Promise<T | Back | undefined> {
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
      // The editor stays usable meanwhile; Escape dismisses the input.
      input.ignoreFocusOut = true;
      input.show();
      this.current?.dispose();
      this.current = input;
    });
  }

  /** Asks for a line of text; an invalid answer is not accepted. */
  async ask(question: TextQuestion): Promise<string | Back | undefined> {
    let value = question.value ?? '';
    let problem: Label | undefined;
    for (;;) {
      const answer = await this.askOnce(question, value, problem);
      if (answer === undefined || answer === back || typeof answer === 'string')
        return answer as string | Back | undefined;
      // A dialog may have replaced the input: it is shown again with the typed text.
      const given = await question.other?.answer();
      problem = given === undefined ? undefined : await question.check(given);
      if (given !== undefined && !problem) return given;
      value = (answer as Elsewhere).typed;
    }
  }

  private askOnce(
    question: TextQuestion,
    value: string,
    validationMessage: Label | undefined,
  ): Promise<string | Elsewhere | Back | undefined> {
    const { other, canGoBack = false, title, prompt, placeholder, step, totalSteps } = question;
    const box = newBox();
    Object.assign(box, {
      title,
      prompt: prompt,
      value,
      placeholder,
      step,
      totalSteps,
      validationMessage: validationMessage,
    });
    if (other) box.buttons = [{ iconPath: new vscode.ThemeIcon(other.icon), tooltip: other.tooltip }];
    return this.show<string | Elsewhere>(box, canGoBack, (settle) => [
      box.onDidAccept(async () => {
        const typed = box.value.trim();
        box.validationMessage = await question.check(typed);
        if (!box.validationMessage) settle(typed);
      }),
      box.onDidChangeValue(() => (box.validationMessage = undefined)),
      box.onDidTriggerButton((button) => button !== vscode.QuickInputButtons.Back && settle({ typed: box.value })),
    ]);
  }

  dispose(): void {
    this.current?.dispose();
  }
}
