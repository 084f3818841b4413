/** Asks for the name of a person, which is remembered on this computer for the next time. */
import type * as vscode from 'vscode';
import { back, InputSteps, type TextQuestion } from '../core/input-steps';

/** The name given, stored under the key; `undefined` where the user cancels. */
export async function askRememberedName(
  memory: vscode.Memento,
  key: string,
  question: Pick<TextQuestion, 'title' | 'prompt' | 'placeholder' | 'check'>,
): Promise<string | undefined> {
  const steps = new InputSteps();
  const name = await steps.ask({ ...question, value: memory.get<string>(key) });
  steps.dispose();
  if (name === undefined || name === back) return undefined;
  await memory.update(key, name);
  return name;
}
