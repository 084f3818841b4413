import assert from 'node:assert/strict';
import { languages } from '../../../../../src/messages/messages';
import { formatMean } from '../../../../../src/scoring/score';
import { serviceIds } from '../../../../../src/sheet/sheet';
import { Session } from '../../../../support/session';
import { checkedNumbers, exampleSession, reportOf, textOf } from '../../../../support/reports';
import { yaml } from '../../../../support/yaml';

const summary = ['--size', 'summary'];

/** Assessments of every kind of number: some scored, some excluded, some at their targets; told apart by a seed. */
function sample(seed: number): string {
  let state = seed;
  const next = (limit: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor(state / 65536) % limit;
  };
  const services = serviceIds
    .filter((id) => id !== '6.3')
    .map((id) => {
      const kind = next(8);
      if (kind === 0) return `  "${id}": { excluded: Not ours }`;
      return kind === 1 ? '' : `  "${id}": ${next(6)}`;
    });
  return yaml`
    subject: Product ${seed}
    assessed: 2026-0${1 + (seed % 9)}-01
    target: ${1 + (seed % 4)}
    services:
    ${services.filter(Boolean).join('\n')}
  `;
}

describe('the sentences of a summary', () => {
  const session = new Session();
  after(() => session.remove());

  for (let seed = 1; seed <= 12; seed++) {
    it(`say what the numbers say, in both languages (${seed})`, async () => {
      session.write({ 'a.psirt.yaml': sample(seed) });
      const { overall, areas, services } = await checkedNumbers(session, 'a.psirt.yaml');
      const [en = '', ja = ''] = await Promise.all(
        languages.map((lang) => reportOf(session, 'a.psirt.yaml', ['--format', 'html', ...summary, '--lang', lang])),
      );
      const mean = overall.mean ?? NaN;
      const isBelow = mean < overall.target;
      const [said] = /The average is [\d.]+ of 5[^.]*\b(below|reaches) the target of [\d.]+/.exec(textOf(en)) ?? [];
      assert.ok(said?.includes(isBelow ? 'below the target' : 'reaches the target'), said);
      const [, shown = '', target = ''] =
        /平均は5点満点中([\d.]+)で、目標の([\d.]+)に(?:届いていない|達している)。/.exec(ja) ?? [];
      assert.ok(Math.abs(Number(shown) - mean) < 0.005 && Number(target) === overall.target, shown);
      assert.ok(ja.includes(`目標の${target}に${isBelow ? '届いていない' : '達している'}。`));
      const coverage = new RegExp(`${overall.scored} of ${overall.applicable} services in scope are scored`);
      assert.match(en, coverage);
      assert.equal(/; \d+ (?:is|are) excluded\./.test(en), overall.excluded > 0);
      const below = services.filter(({ score, target: own }) => score !== null && score < own).length;
      assert.equal(below, overall.belowTarget);
      if (below) assert.match(en, new RegExp(`${below} scored services? (?:is|are) below target`));
      if (below) assert.match(ja, new RegExp(`採点済みのサービスのうち${below}件が目標に届いていない`));
      const lowest = services.filter(({ score }) => score === overall.floor);
      assert.match(en, new RegExp(`the lowest score, ${overall.floor}, is that of ${lowest[0]?.id} `));
      if (lowest.length > 3) assert.match(en, new RegExp(` and ${lowest.length - 3} more\\.`));
      const means = areas.flatMap((area) => (area.mean === null ? [] : [area.mean]));
      const extremes = [Math.min(...means), Math.max(...means)].map(formatMean);
      const [, low, high] =
        /The weakest service area is [^(]+\(([\d.]+)\), the strongest [^(]+\(([\d.]+)\)/.exec(en) ?? [];
      if (extremes[0] !== extremes[1]) assert.deepEqual([low, high], extremes);
    });
  }

  it('count actions by the clock, and name the next day', async () => {
    const plan =
      '[{ action: a, due: 2026-11-22 }, { action: b, due: 2026-11-23 }, { action: c }, { action: d, done: true }]';
    session.write({ 'a.psirt.yaml': `services: { "1.1": { score: 2, plan: ${plan} } }\n` });
    const text = textOf(await reportOf(session, 'a.psirt.yaml', ['--format', 'html', ...summary]));
    assert.match(text, /3 actions are open, 1 of them overdue\. The next one is due on 2026-11-23\./);
  });

  it('say that nothing is scored, or can be', async () => {
    session.write({ 'a.psirt.yaml': '', 'b.psirt.yaml': 'services: { "1.1": 2\n' });
    const of = (file: string) => reportOf(session, file, ['--format', 'markdown', ...summary]);
    assert.match(await of('a.psirt.yaml'), /No service is scored yet; 27 are in scope\./);
    assert.match(await of('b.psirt.yaml'), /Cannot be scored/);
  });

  it('name what it is compared with by its day, without the path that everybody knows', async () => {
    session.write({ 'a.psirt.yaml': sample(3), 'old.yaml': sample(3).replace(/"1\.1": \d/, '"1.1": 5') });
    const text = textOf(
      await reportOf(session, 'a.psirt.yaml', ['--format', 'html', ...summary, '--against', 'old.yaml']),
    );
    assert.match(text, /Since 2026-04-01 \(old\.yaml\): [\d.]+ → [\d.]+/);
    assert.match(text, /Changes since 2026-04-01 \(old\.yaml\)/);
  });
});

describe('a summary of several assessments', () => {
  let session: Session;
  before(() => {
    session = exampleSession().write({ 'a-broken.psirt.yaml': 'subject: Old\nservices: { "1.1": 2\n' });
  });
  after(() => session.remove());

  it('ranks them by their averages, files that can not be scored last', async () => {
    for (const format of ['html', 'markdown']) {
      const text = await reportOf(session, '.', ['--format', format, ...summary]);
      const names = ['Old', 'ER-400 edge router firmware'].map((name) =>
        text.indexOf(`${name}${format === 'html' ? '</a>' : ' |'}`),
      );
      assert.ok(
        names.every((at) => at > 0),
        format,
      );
      assert.ok((names[0] ?? 0) > (names[1] ?? 0), format);
    }
  });

  it('is what is written where no size is asked for; other formats have none', async () => {
    const args = ['report', 'edge-router.psirt.yaml', '--today', '2026-11-23'];
    const [plain, short, full] = await Promise.all(
      [[], summary, ['--size', 'full']].map(async (size) => (await session.run([...args, ...size])).stdout),
    );
    assert.equal(plain, short);
    assert.ok((full?.length ?? 0) > 3 * (plain?.length ?? 0));
    const { status, stderr } = await session.run([...args, '--format', 'csv', ...summary]);
    assert.equal(status, 2);
    assert.match(stderr, /--size is for html and markdown reports, not for csv/);
  });

  it('writes the title on every leaf as text that ends no style sheet', async () => {
    session.write({ 'evil.psirt.yaml': `subject: "</style>' } * { x: y"\nservices: { "1.1": 2 }\n` });
    const html = await reportOf(session, 'evil.psirt.yaml', ['--format', 'html', ...summary]);
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(html) ?? [];
    assert.match(style, /@top-left \{ content: '(?:\\[0-9a-f]+ )+'/);
  });
});
