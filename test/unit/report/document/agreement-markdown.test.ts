import assert from 'node:assert/strict';
import { Session } from '../../../support/session';

const text = `sheet: psirt-maturity@1.0
subject: Router
services:
  "1.1": { score: 2, votes: { "<b>QA</b>": 2, PSO: 2 } }
  "1.2": { score: 3, votes: { "<b>QA</b>": 1, PSO: 4 }, note: Agreed. }
  "1.3": { votes: { PSO: 4 } }
`;

describe('the agreement of assessors in reports', () => {
  const session = new Session();
  after(() => session.remove());
  const report = async (...options: string[]) => {
    session.write({ 'a.psirt.yaml': text, 'plain.psirt.yaml': 'services:\n  "1.1": 2\n' });
    return (await session.run(['report', 'a.psirt.yaml', '--size', 'full', ...options])).stdout;
  };

  for (const [language, facts] of [
    ['en', /2 services were scored by two assessors or more; on 1 all gave the same/],
    ['ja', /2サービスで、そのうち1サービスは全員が同じ/],
  ] as const)
    it(`is drawn by the spread of votes, what they differ about most first (${language})`, async () => {
      const html = await report('--format', 'html', '--lang', language);
      const [section = ''] = /<section class="agreement">[^]*?<\/section>/.exec(html) ?? [];
      assert.match(section, facts);
      assert.ok(section.indexOf('1.2 ') < section.indexOf('1.1 '), section);
      assert.match(section, /title="&lt;b>QA&lt;\/b>"/);
      assert.doesNotMatch(section, /<b>/);
      const markdown = await report('--format', 'markdown', '--lang', language);
      assert.match(markdown, facts);
      assert.match(markdown, /\| 1\.2 .*PSO 4 \| 3 \| 3 \|/);
    });

  it('is left out where nobody voted', async () => {
    await report();
    const { stdout } = await session.run(['report', 'plain.psirt.yaml', '--format', 'html', '--size', 'full']);
    assert.doesNotMatch(stdout, /class="agreement"/);
  });
});
