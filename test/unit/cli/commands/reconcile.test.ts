import assert from 'node:assert/strict';
import { assessmentOf } from '../../../support/repository';
import { Session } from '../../../support/session';
import { yaml } from '../../../support/yaml';

const own = (name: string, services: Readonly<Record<string, number | string>>) =>
  assessmentOf(services, `individual-for: ../router.psirt.yaml\nassessors: [${name}]\n`);

const agreed = `sheet: psirt-maturity@1.0
subject: Router # agreed
services:
  "1.1":      # Internal stakeholders
  "1.2": 4
  "1.3":
    score: 1
    note: Settled in October.
  "2.3": { excluded: Ships no parts }
`;

describe('reconcile', () => {
  const session = new Session();
  after(() => session.remove());
  const files = ['own/qa.psirt.yaml', 'own/pso.psirt.yaml'];
  beforeEach(() =>
    session.write({
      'router.psirt.yaml': agreed,
      'own/qa.psirt.yaml': own('"Quality: A"', { '1.1': 2, '1.2': 1, '1.3': 1, '2.1': 3, '2.3': 1 }),
      'own/pso.psirt.yaml': own('PSO', { '1.1': 2, '1.2': 4, '1.3': 2 }),
    }),
  );
  const reconcile = (...options: string[]) =>
    session.run(['reconcile', ...files, '--into', 'router.psirt.yaml', ...options]);

  it('takes what all agree on, keeps what each gave, and shows disagreements first', async () => {
    const { status, stdout } = await reconcile();
    assert.equal(status, 0);
    assert.deepEqual(
      stdout.split('\n').map((line) => line.trim().split(/ {2,}/)),
      [
        ['Service', 'Quality: A', 'PSO', 'spread', 'agreed'],
        ['1.2 Finder community engagement', '1', '4', '3', '4'],
        ['1.3 Community and organizational engagement', '1', '2', '1', '1'],
        ['1.1 Internal stakeholder management', '2', '2', '0', '2'],
        ['2.1 Intake of vulnerability reports', '3', '–', '0', '–'],
        ['4 services scored by assessors, 2 of them differently; 1 without an agreed score'],
        [''],
      ].map((row) => row.map((cell, index) => (index === 0 && /^\d/.test(cell) ? stdoutName(stdout, cell) : cell))),
    );
    assert.equal(
      session.read('router.psirt.yaml'),
      agreed
        .replace(
          / {2}"1.1": .*\n/,
          (line) => yaml`
            ${line.trimEnd()}
                score: 2
                votes: { "Quality: A": 2, PSO: 2 }
          `,
        )
        .replace(
          '  "1.2": 4\n',
          yaml`
              "1.2":
                score: 4
                votes: { "Quality: A": 1, PSO: 4 }
          `,
        )
        .replace('October.\n', 'October.\n    votes: { "Quality: A": 1, PSO: 2 }\n')
        .replace(
          '"2.3"',
          yaml`
            "2.1":
                votes: { "Quality: A": 3 }
              "2.3"`,
        ),
    );
  });

  it('changes nothing a second time, and votes that changed alone', async () => {
    await reconcile();
    const once = session.read('router.psirt.yaml');
    await reconcile();
    assert.equal(session.read('router.psirt.yaml'), once);
    session.write({ 'own/pso.psirt.yaml': own('PSO', { '1.1': 2, '1.2': 3, '1.3': 2 }) });
    await reconcile();
    assert.equal(session.read('router.psirt.yaml'), once.replace('PSO: 4', 'PSO: 3'));
  });

  it('takes the median or the lowest where it is told to', async () => {
    const scores = async (take: string) => {
      session.write({ 'router.psirt.yaml': agreed, 'c.psirt.yaml': assessmentOf({ '1.2': 3 }, 'assessors: [C]\n') });
      await session.run(['reconcile', ...files, 'c.psirt.yaml', '--into', 'router.psirt.yaml', '--take', take]);
      return /"1\.2":(?: |\n {4}score: )(\d)/.exec(session.read('router.psirt.yaml'))?.[1];
    };
    assert.equal(await scores('median'), '3');
    assert.equal(await scores('lowest'), '1');
    assert.equal(await scores('agreed'), '4');
  });

  it('is refused where it is not clear who gave what, or what it belongs to', async () => {
    session.write({ 'other.psirt.yaml': agreed });
    const refused = [
      ['reconcile', ...files],
      ['reconcile', files[0] ?? '', '--into', 'router.psirt.yaml'],
      ['reconcile', files[0] ?? '', files[0] ?? '', '--into', 'router.psirt.yaml'],
      ['reconcile', ...files, '--into', 'other.psirt.yaml'],
      ['reconcile', ...files, '--into', 'router.psirt.yaml', '--take', 'best'],
    ];
    for (const args of refused) assert.equal((await session.run(args)).status, 2, args.join(' '));
    assert.equal(session.read('router.psirt.yaml'), agreed);
  });
});

/** The first cell as it is printed: titles are the sheet's. */
function stdoutName(stdout: string, cell: string): string {
  const [id = ''] = cell.split(' ');
  const line = stdout.split('\n').find((one) => one.startsWith(id)) ?? '';
  return line.trim().split(/ {2,}/)[0] ?? '';
}
