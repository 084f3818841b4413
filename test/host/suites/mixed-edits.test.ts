import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as vscode from 'vscode';
import { parseAssessment } from '../../../src/assessment/parse';
import { checkAssessment } from '../../../src/rules/check';
import { scoreAssessment } from '../../../src/scoring/score';
import { sheet, t } from '../../support/words';
import { evaluate, inPanel } from '../support/bridge';
import { closeAll, describeOnce, openWith, until, untilText } from '../support/workspace';

const services = ['1.1', '1.2', '2.3', '3.1'] as const;
const excluded = ['4.1', '4.2'] as const;
const last = '5.1';
const first = `sheet: psirt-maturity@1.0
subject: Trial # 0
target: 2.5
services:
${services.map((id) => `  "${id}": 2   # kept\n`).join('')}${excluded.map((id) => `  "${id}": { excluded: true }\n`).join('')}`;

type Wish = { readonly service: string; readonly state: string } | 'undo' | 'redo';
type Gesture =
  | { readonly how: 'click' | 'key' | 'include'; readonly service: string; readonly state: string }
  | { readonly how: 'undo' | 'redo' };
interface Step {
  readonly gestures: readonly Gesture[];
  /** What is typed meanwhile: another remark, or another target. */
  readonly typed: readonly ('remark' | 'target')[];
}

const score = fc.record({
  how: fc.constant('click' as const),
  service: fc.constantFrom(...services),
  state: fc.constantFrom('0', '1', '2', '3', '4', '5'),
});
const key = fc.record({
  how: fc.constant('key' as const),
  service: fc.constantFrom(...services),
  state: fc.constantFrom('0', '3', '5', 'none'),
});
const history = fc.record({ how: fc.constantFrom('undo' as const, 'undo' as const, 'redo' as const) });
const gesture: fc.Arbitrary<Gesture> = fc.oneof(
  { weight: 4, arbitrary: score },
  { weight: 3, arbitrary: key },
  { weight: 3, arbitrary: history },
);
const step: fc.Arbitrary<Step> = fc.record({
  gestures: fc.array(gesture, { minLength: 1, maxLength: 3 }),
  typed: fc.array(fc.constantFrom('remark' as const, 'target' as const), { minLength: 1, maxLength: 1 }),
});

/** The same 200 edits in every run, the last one of a service that nothing else touches. */
function steps(): Step[] {
  const include = excluded.map((service) => ({ how: 'include' as const, service, state: 'none' }));
  const all = [{ gestures: include, typed: [] }, ...fc.sample(step, { seed: 6, numRuns: 100 })];
  const counted: Step[] = [];
  for (let count = 1; count < 200; ) {
    const next = all[counted.length] ?? assert.fail('too few steps');
    counted.push(next);
    count += next.gestures.length + next.typed.length;
  }
  return [...counted, { gestures: [{ how: 'click', service: last, state: '3' }], typed: [] }];
}

/** What somebody does in the panel, as an expression in its page. */
function inPage(gesture: Gesture): string {
  const press = (target: string, key: string, ctrlKey = false) =>
    `${target}.dispatchEvent(new KeyboardEvent('keydown', ${JSON.stringify({ key, ctrlKey, bubbles: true, cancelable: true })}))`;
  if (!('service' in gesture))
    return press(`document.querySelector('[role=grid] [tabindex="0"]')`, gesture.how === 'undo' ? 'z' : 'y', true);
  const row = `document.querySelector('[data-service="${gesture.service}"]')`;
  if (gesture.how === 'click') return `${row}.querySelector('[data-level="${gesture.state}"]').click()`;
  const cell = `${row}.querySelector('.gap, .title')`;
  const key = gesture.state === 'none' ? 'Delete' : gesture.state;
  const name = gesture.how === 'include' ? 'x' : key;
  return `(${row}.querySelector('.gap').click(), ${press(cell, name)})`;
}

/** What the file says of a service: its score, `none`, `excluded` or that it is not there. */
function stateOf(text: string, service: string): string {
  const entry = parseAssessment(text).services.get(service);
  if (!entry) return 'absent';
  return entry.excluded ? 'excluded' : String(entry.score?.value ?? 'none');
}

/** Types the next digit over one; who types does so whatever else changes the file. */
async function type(editor: vscode.TextEditor, what: 'remark' | 'target'): Promise<void> {
  const place = what === 'remark' ? /# (\d)/ : /\ntarget: (\d)/;
  let done = false;
  while (!done) {
    const match = place.exec(editor.document.getText()) ?? assert.fail('nowhere to type');
    const at = editor.document.positionAt(match.index + match[0].length - 1);
    done = await editor.edit((builder) =>
      builder.replace(new vscode.Range(at, at.translate(0, 1)), String((Number(match[1]) + 1) % 5)),
    );
  }
}

interface Change {
  readonly text: string;
  readonly reason: vscode.TextDocumentChangeReason | undefined;
}

/** Follows every change of a document, and what undo and redo lead to. */
class History {
  readonly texts: string[];
  at = 0;

  constructor(text: string) {
    this.texts = [text];
  }

  get text(): string {
    return this.texts[this.at] ?? '';
  }

  /** Undo and redo lead to the neighbouring text, to the letter. */
  follow({ text, reason }: Change): void {
    if (reason === vscode.TextDocumentChangeReason.Undo) this.at--;
    else if (reason === vscode.TextDocumentChangeReason.Redo) this.at++;
    else this.texts.splice(++this.at, Infinity, text);
    assert.equal(text, this.text);
  }

  /** Nothing would come of a wish now. */
  isIdle(wish: Wish): boolean {
    if (wish === 'undo') return this.at === 0;
    if (wish === 'redo') return this.at === this.texts.length - 1;
    return stateOf(this.text, wish.service) === wish.state;
  }
}

/** Whether a change is one that a wish of the panel makes. */
function isOf(wish: Wish, before: string, { text, reason }: Change): boolean {
  if (wish === 'undo') return reason === vscode.TextDocumentChangeReason.Undo;
  if (wish === 'redo') return reason === vscode.TextDocumentChangeReason.Redo;
  const changed = [...services, ...excluded, last].filter((id) => stateOf(before, id) !== stateOf(text, id));
  return (
    reason === undefined &&
    changed.length === 1 &&
    changed[0] === wish.service &&
    stateOf(text, wish.service) === wish.state
  );
}

/**
 * Each wish made its one change, in the order they were made, but for those that had nothing to change; the rest was
 * typed.
 */
function assertInOrder(changes: readonly Change[], wishes: readonly Wish[]): void {
  const history = new History(first);
  let next = 0;
  for (const [index, change] of changes.entries()) {
    const before = history.text;
    const fromPanel =
      change.reason !== undefined ||
      [...services, ...excluded, last].some((id) => stateOf(before, id) !== stateOf(change.text, id));
    for (; fromPanel; next++) {
      const wish = wishes[next] ?? assert.fail(`change ${index} is nobody's wish`);
      if (isOf(wish, before, change)) break;
      assert.ok(history.isIdle(wish), `wish ${next}, ${JSON.stringify(wish)}, is not lost at change ${index}`);
    }
    if (fromPanel) next++;
    history.follow(change);
  }
  assert.equal(next, wishes.length, 'all wishes came true');
}

describeOnce('200 edits from grid, keyboard, editor and undo, none of which waits for the other', function () {
  this.timeout(120_000);
  afterEach(closeAll);

  it('end in the state they should', async () => {
    const editor = await openWith('mixed.psirt.yaml', first);
    const { document } = editor;
    await vscode.commands.executeCommand('psirtMaturity.openGrid');
    await inPanel('[data-state="assessment"] [data-service="4.2"][data-state="excluded"]');
    const changes: Change[] = [];
    const subscription = vscode.workspace.onDidChangeTextDocument(({ document: changed, contentChanges, reason }) => {
      if (changed === document && contentChanges.length) changes.push({ text: document.getText(), reason });
    });
    const wishes: Wish[] = [];
    let typing = Promise.resolve();
    for (const { gestures, typed } of steps()) {
      for (const what of typed) typing = typing.then(() => type(editor, what));
      wishes.push(
        ...gestures.map(
          (gesture): Wish => ('service' in gesture ? { service: gesture.service, state: gesture.state } : gesture.how),
        ),
      );
      await evaluate(gestures.map(inPage).join(';'));
    }
    await typing;
    await untilText(document, (text) => stateOf(text, last) === '3', 'the last click has come true');
    subscription.dispose();
    assertInOrder(changes, wishes);
    await assertAllAgree(document);
    await undoAll(document, changes.length);
    assert.equal(document.getText(), first);
  });
});

/** Grid and problems say what the file says. */
async function assertAllAgree(document: vscode.TextDocument): Promise<void> {
  const assessment = parseAssessment(document.getText());
  assert.deepEqual(assessment.issues, []);
  const scored = scoreAssessment(sheet, assessment);
  await inPanel(`[data-version="${document.version}"]`);
  const rows = await evaluate<[string, string, number | null][]>(
    `[...document.querySelectorAll('[role=grid] [data-service]')].map((row) => [row.dataset.service, row.dataset.state, Number(/score-(\\d)/.exec(row.className)?.[1] ?? NaN)])`,
  );
  const expected = scored.areas.flatMap((area) => area.services).map(({ id, state, score }) => [id, state, score]);
  assert.deepEqual(rows, expected);
  const messages = checkAssessment({ sheet, t, assessment, scored, today: '2026-11-23', documents: new Map() })
    .map(({ message }) => message)
    .sort();
  const shown = () =>
    vscode.languages
      .getDiagnostics(document.uri)
      .filter(({ source }) => source === 'psirt-maturity')
      .map(({ message }) => message)
      .sort();
  await until(
    vscode.languages.onDidChangeDiagnostics,
    () => JSON.stringify(shown()) === JSON.stringify(messages),
    'the problems are those of the text',
  );
}

async function undoAll(document: vscode.TextDocument, changes: number): Promise<void> {
  await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  for (let count = 0; count < changes && document.getText() !== first; count++)
    await vscode.commands.executeCommand('undo');
}
