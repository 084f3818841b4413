import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/assessment/yaml/text-edit';
import { parseAssessment } from '../../../src/assessment/parse';
import { actionKinds } from '../../../src/language/action-kinds';
import type { CodeAction } from '../../../src/language/code-action';
import { complete, problemsOf } from '../../support/problems';
import { actionsOf, type Asked } from '../../support/code-actions';
import { cursor } from '../../support/at-cursor';
import { yaml } from '../../support/yaml';

const head = 'sheet: psirt-maturity@1.0\n';

/** The actions at a `|` in a text. */
function at(source: string, asked: Omit<Asked, 'span'> = {}): CodeAction[] {
  const { text, offset } = cursor(source);
  return actionsOf(text, { ...asked, span: { start: offset, end: offset } });
}

const titles = (actions: readonly CodeAction[]) => actions.map(({ title }) => title);
const isRefactoring = ({ kind }: CodeAction) => kind.startsWith('refactor.');

describe('code actions', () => {
  const text = `${head}services:\n  "1.1": |1\n`;

  it('are all of the kinds that are announced', () => {
    const kinds = [...at(text), ...at(text, { only: 'source' })].map(({ kind }) => kind);
    assert.ok(
      kinds.every((kind) =>
        Object.values(actionKinds).some((announced) => kind === announced || kind.startsWith(`${announced}.`)),
      ),
      kinds.join(),
    );
  });

  it('record the digest of a cited file that has none, and propose evidence for a service, by commands', () => {
    const commands = (item: string) => {
      const source = yaml`
        ${head}services:
          "2.1":
            evidence:
              - ${item}
      `;
      const actions = at(source, { only: 'refactor.rewrite.psirt.evidence' });
      return actions.map(({ command, target, edits }) => [command, target, edits.length]);
    };
    const propose = ['proposeEvidence', { service: '2.1' }, 0];
    assert.deepEqual(commands('docs/a|.md#b'), [
      ['recordDigests', { service: '2.1', link: 'docs/a.md#b' }, 0],
      propose,
    ]);
    for (const item of ['https://exam|ple.com', `{ link: doc|s/a.md, sha256: ${'a'.repeat(64)} }`])
      assert.deepEqual(commands(item), [propose]);
    assert.deepEqual(at(`${head}services:\n  "6.3": |1\n`, { only: 'refactor.rewrite.psirt.evidence' }), []);
  });

  it('that are refactorings keep still while the cursor moves, unless something is selected', () => {
    assert.deepEqual(at(text, { invoked: false }).filter(isRefactoring), []);
    const plain = text.replace('|', '');
    const selected = actionsOf(plain, {
      span: { start: plain.length - 3, end: plain.length - 2 },
      invoked: false,
    }).filter(isRefactoring);
    assert.ok(selected.length > 0 && selected.every(({ disabled }) => disabled === undefined));
  });

  it('that do not apply are named with the reason when they are asked for', () => {
    for (const asked of [{}, { only: 'refactor', invoked: false }]) {
      const reasons = at(text, asked)
        .filter(isRefactoring)
        .map(({ disabled }) => disabled)
        .filter(Boolean);
      assert.deepEqual(reasons, [
        '1.1 is already in short form.',
        '1.1 is not excluded.',
        'The plan of 1.1 has no completed actions.',
        'The services are already in sheet order.',
      ]);
    }
  });

  it('are those of the kind asked for, and no other', () => {
    assert.deepEqual(new Set(at(text, { only: 'quickfix' }).map(({ kind }) => kind)), new Set(['quickfix']));
    assert.ok(at(text, { only: 'refactor.rewrite' }).every(({ kind }) => kind.startsWith('refactor.rewrite.')));
    assert.deepEqual(titles(at(text, { only: 'refactor.move.psirt.sort' })), ['Sort services in sheet order']);
    assert.deepEqual(at(text, { only: 'source.organizeImports' }), []);
  });

  it('are about the service in whose lines the cursor is, and none elsewhere', () => {
    const reason = (source: string) => at(source, { only: 'refactor.rewrite.psirt.longForm' })[0]?.disabled;
    assert.equal(
      reason(yaml`
        ${head}services:
          "1.1":
            score: 1
        |    note: a
          "1.2": 2
      `),
      '1.1 is already in long form.',
    );
    assert.equal(reason(`${head}|services:\n  "1.1": 1\n`), 'The cursor is not on a service.');
    assert.equal(reason('|'), 'The cursor is not on a service.');
    assert.equal(
      reason(yaml`
        ${head}services:
          "1.1": |1
          1.1: 2
      `),
      'This service appears twice in the file. Remove one of the two first.',
    );
  });
});

describe('quick fixes', () => {
  const preferred = (actions: readonly CodeAction[]) => titles(actions.filter(({ isPreferred }) => isPreferred));

  it('are preferred where they mend what is surely meant, so that “Auto Fix” decides nothing', () => {
    assert.deepEqual(preferred(at(`${head}services:\n  |1.1: 3\n`)), ['Put quotes around the ID']);
    assert.deepEqual(preferred(at(`${head}services:\n  "1.1": |1\n`)), []);
    assert.deepEqual(preferred(at(`${head}services:\n  "4.4": |2\n`)), []);
    assert.deepEqual(preferred(at(`${head}services:\n  "5.2": |5\n`))[0], 'Change the score of 5.2 to 4');
    assert.deepEqual(
      preferred(
        at(yaml`
          ${head}assessed: |2020-01-01
          services:
            "1.1": 3
        `),
      ),
      [],
    );
  });

  it('end with the way to switch a rule off, once for each, never for an error, never preferred', () => {
    const actions = at(`${head}services:\n  "4.4": |2\n`);
    assert.deepEqual(titles(actions.filter(({ kind }) => kind === 'quickfix')).slice(-2), [
      'Turn off below-target in this file',
      'Turn off level-not-described in this file',
    ]);
    assert.ok(!titles(at(`${head}services:\n  "1.1": |7\n`)).some((title) => /Switch invalid/.test(title)));
    const whole = yaml`
      ${head}services:
        "1.1": 1
        "1.2": 1
    `;
    const all = actionsOf(whole, { span: { start: 0, end: whole.length } });
    assert.equal(titles(all).filter((title) => title === 'Turn off below-target in this file').length, 1);
  });

  it('are offered service by service where one problem stands for many', () => {
    const scores = ['1.1', '1.2', '1.3', '1.4'].map((id) => `  "${id}": 3\n`).join('');
    const quick = (text: string) => titles(at(text).filter(({ kind }) => kind === 'quickfix'));
    const [cite] = at(`${head}services:\n${scores.replace('"1.3": 3', '"1.3": |3')}`);
    assert.deepEqual(
      [cite?.title, cite?.suggests, cite?.problem?.rule],
      ['Cite evidence for 1.3', true, 'missing-evidence'],
    );
    assert.deepEqual(quick(`${head}services:\n${scores}  |"2.1":\n`).slice(0, 1), ['Exclude 2.1 with a reason']);
    assert.deepEqual(quick(`${head}|services:\n${scores}  "2.1":\n`), [
      'Add the missing services',
      'Turn off missing-score in this file',
      'Turn off missing-evidence in this file',
    ]);
  });

  it('say what they mend', () => {
    const [fix] = at(`${head}services:\n  |1.1: 3\n`);
    assert.equal(fix?.problem?.rule, 'unquoted-service');
  });

  it('switch a rule off for good, wherever it stands', () => {
    for (const text of [
      `${head}services:\n  "1.1": |1\n`,
      `{ services: { "1.1": |1 } }`,
      yaml`
        ${head}services:
          "1.1": |1
        rules:
      `,
      yaml`
        ${head}rules:
          below-target: info
        services:
          "1.1": |1`,
    ]) {
      const action = at(text).find(({ title }) => title === 'Turn off below-target in this file');
      assert.ok(action, text);
      const after = applyEdits(cursor(text).text, action.edits);
      assert.equal(parseAssessment(after).severities.get('below-target'), 'off', after);
      assert.ok(!problemsOf(after).some(({ rule }) => rule === 'below-target'), after);
    }
  });
});

describe('fix all', () => {
  const fixed = (text: string) => {
    const [action, ...others] = actionsOf(text, { span: { start: 0, end: 0 }, only: 'source.fixAll.psirt' });
    assert.deepEqual(others, []);
    return action && applyEdits(text, action.edits);
  };

  it('is not offered where there is nothing to fix, nor for a broken file', () => {
    assert.equal(fixed(complete()), undefined);
    assert.equal(fixed('services:\n  1.1: [\n'), undefined);
    assert.deepEqual(
      actionsOf('services:\n  1.1: 2\n', { span: { start: 0, end: 0 } }).filter(
        ({ kind }) => kind === 'source.fixAll.psirt',
      ),
      [],
    );
  });

  it('leaves alone what has to be decided: scores, days, doubles, mistyped keys, exclusions', () => {
    for (const line of ['"4.4": 2', '"5.2": 7', '"1.1": { scroe: 2 }', '"1.1": { excluded: }', '"6.3": 3'])
      assert.equal(fixed(`${head}services:\n  ${line}\n`), undefined, line);
    assert.equal(
      fixed(yaml`
        ${head}assessed: 2099-01-01
        services:
          "1.1": 3
          '1.1': 2
      `),
      undefined,
    );
  });

  it('changes no score and no average', () => {
    const text = yaml`
      ${head}services:
        1.1: 2
        "1.2": 3 # kept
        2.1: { score: 4 }
    `;
    const after = fixed(text) ?? '';
    const scores = (source: string) =>
      [...parseAssessment(source).services].map(([id, { score }]) => [id, score?.value]);
    assert.deepEqual(scores(after), scores(text));
    assert.equal(
      after,
      yaml`
        ${head}services:
          "1.1": 2
          "1.2": 3 # kept
          "2.1": { score: 4 }
      `,
    );
    assert.equal(fixed(after), undefined);
  });
});
