import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { Repository } from '../../../support/repository';
import { allScored, parsed, Session } from '../../../support/session';
import { yaml } from '../../../support/yaml';

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
    const signature = yaml`
      sign-off:
        - by: Head of Product Security
          on: 2026-11-23
          content: ${digest}
    `;
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

  it('stands in every report and in the badge, of the present state or an earlier one, and as JSON', async () => {
    session.write({ [file]: allScored(3) });
    await session.run(['sign-off', file, '--by', 'PSO']);
    const signed = session.read(file);
    for (const [text, current] of [
      [signed, true],
      [signed.replace('"1.1": 3', '"1.1": 4'), false],
    ] as const) {
      session.write({ [file]: text });
      const [one] = parsed(await session.run(['check', file, '--format', 'json'])).assessments;
      assert.deepEqual(
        one?.signOff?.map(({ content: _, ...rest }) => rest),
        [{ by: 'PSO', on: '2026-11-23', current }],
      );
      const said = async (...options: string[]): Promise<string> => {
        const { status } = await session.run(['report', file, '--output', 'out', ...options]);
        assert.equal(status, 0, options.join(' '));
        const bytes = new Uint8Array(session.bytes('out'));
        // Spans of HTML keep dates in one piece.
        if (bytes[0] !== 0x50) return strFromU8(bytes).replace(/<\/?span[^>]*>/g, '');
        return Object.values(unzipSync(bytes))
          .map((part) => strFromU8(part))
          .join('\n');
      };
      const state = current
        ? /Signed off in this state by PSO on 2026-11-23/
        : /by PSO on 2026-11-23, was of an earlier/;
      for (const format of ['markdown', 'html', 'docx', 'pptx']) assert.match(await said('--format', format), state);
      const fact = current ? /Signed off by PSO on/ : /An earlier state was signed off by PSO/;
      assert.match(await said('--format', 'svg', '--view', 'badge'), fact);
      for (const format of ['markdown', 'html']) assert.match(await said('--format', format, '--size', 'full'), fact);
      const cell = current ? 'present state' : 'earlier state';
      for (const format of ['xlsx', 'pptx']) assert.ok((await said('--format', format)).includes(cell), format);
    }
  });
});

describe('what changed since the sign-off', () => {
  const messageIn = async (repository: Session, path = file): Promise<string | undefined> => {
    const { assessments } = parsed(await repository.run(['check', path, '--format', 'json']));
    return assessments[0]?.problems.find(({ rule }) => rule === 'changed-since-sign-off')?.message;
  };
  const since = 'Changed since PSO signed it off on 2026-11-23';

  /** A repository whose last commit holds a signed state. */
  async function signed(): Promise<Repository> {
    const repository = new Repository();
    repository.commit('made', { [file]: allScored(3) });
    await repository.run(['sign-off', file, '--by', 'PSO']);
    repository.commit('signed');
    return repository;
  }

  it('is named from git: scores, exclusions, and evidence', async () => {
    const repository = await signed();
    const text = repository.read(file);
    repository.write({ [file]: text.replace('"1.1": 3', '"1.1": 4') });
    assert.equal(await messageIn(repository), `${since}: 1.1 3 → 4.`);
    repository.commit('changed');
    repository.write({ [file]: text.replace('"1.2": 3', '"1.2": { score: 3, evidence: [docs/a.md] }') });
    assert.equal(await messageIn(repository), `${since}: 1.2 evidence or criteria.`, 'however long ago it was signed');
    repository.remove();
  });

  it('is named where the file was renamed since, and in its cached verdict', async () => {
    const repository = await signed();
    repository.git('mv', file, 'edge.psirt.yaml');
    repository.commit('renamed');
    const text = repository.read('edge.psirt.yaml').replace('"1.1": 3', '"1.1": 2');
    repository.write({ 'edge.psirt.yaml': text });
    const check = ['check', 'edge.psirt.yaml', '--cache', 'cache', '--format', 'unix'];
    for (let run = 0; run < 2; run++)
      assert.match((await repository.run(check)).stdout, /signed it off .*: 1\.1 3 → 2\./);
    repository.remove();
  });

  it('is not named where the signed state was never committed, or there is no repository', async () => {
    const repository = new Repository();
    repository.write({ [file]: allScored(3) });
    const session = new Session().write({ [file]: allScored(3) });
    for (const place of [repository, session]) {
      await place.run(['sign-off', file, '--by', 'PSO']);
      place.write({ [file]: place.read(file).replace('"1.1": 3', '"1.1": 4') });
      assert.equal(await messageIn(place), `${since}.`);
      place.remove();
    }
  });
});
