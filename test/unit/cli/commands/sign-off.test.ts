import assert from 'node:assert/strict';
import { allScored, parsed, Session } from '../session';

const file = 'router.psirt.yaml';

describe('sign-off', () => {
  const session = new Session();
  after(() => session.remove());
  const problems = async (...options: string[]) => {
    const outcome = await session.run(['check', file, '--format', 'json', ...options]);
    const found = parsed(outcome).assessments[0]?.problems ?? [];
    return [
      outcome.status,
      ...found.filter(({ rule }) => rule === 'changed-since-sign-off').map((one) => one.severity),
    ];
  };

  it('adds who agreed to which state, once', async () => {
    session.write({ [file]: allScored(3) });
    const outcome = await session.run(['sign-off', file, '--by', 'Head of Product Security']);
    assert.equal(outcome.status, 0);
    const digest = /sha256-[0-9a-f]{64}/.exec(outcome.stdout)?.[0] ?? 'none';
    const signature = `sign-off:\n  - by: Head of Product Security\n    on: 2026-11-23\n    content: ${digest}\n`;
    assert.equal(session.read(file), allScored(3, signature));
    const again = await session.run(['sign-off', file, '--by', 'Head of Product Security']);
    assert.match(again.stdout, /already signed off/);
    assert.equal(session.read(file), allScored(3, signature));
    await session.run(['sign-off', file, '--by', 'Legal']);
    assert.match(session.read(file), /content: sha256-[0-9a-f]{64}\n {2}- by: Legal\n/);
  });

  it('holds for the state that was signed, and check says where that changed', async () => {
    session.write({ [file]: allScored(3) });
    assert.deepEqual(await problems(), [0]);
    assert.deepEqual(await problems('--require-sign-off'), [1, 'error']);
    await session.run(['sign-off', file, '--by', 'PSO']);
    assert.deepEqual(await problems('--require-sign-off'), [0]);
    session.write({ [file]: `# later\n${session.read(file)}` });
    assert.deepEqual(await problems('--require-sign-off'), [0], 'comments do not count');
    session.write({ [file]: session.read(file).replace('"1.1": 3', '"1.1": 4') });
    assert.deepEqual(await problems(), [0, 'warning']);
    assert.deepEqual(await problems('--require-sign-off'), [1, 'error']);
  });

  it('that is required is not for the file to turn off', async () => {
    session.write({ [file]: allScored(3, 'rules: { changed-since-sign-off: off }\n') });
    assert.deepEqual(await problems('--require-sign-off', '--rule', 'changed-since-sign-off=off'), [1, 'error']);
    session.write({ [file]: allScored(3).replace('psirt-maturity@1.0', 'other@2\nrules: { unsupported-sheet: off }') });
    assert.deepEqual(await problems('--require-sign-off'), [1, 'error']);
  });

  it('is refused without a name, without a file, and for what is no assessment', async () => {
    session.write({
      [file]: allScored(3),
      'own.psirt.yaml': allScored(3, `individual-for: ${file}\n`),
      'broken.psirt.yaml': 'a: {',
    });
    for (const args of [
      [file],
      [file, '--by', ' '],
      ['--by', 'x'],
      ['own.psirt.yaml', '--by', 'x'],
      ['broken.psirt.yaml', '--by', 'x'],
    ])
      assert.equal((await session.run(['sign-off', ...args])).status, 2, args.join(' '));
    assert.equal(session.read(file), allScored(3));
  });
});
