/** Every number of every document is that of `check --format json`. */
import assert from 'node:assert/strict';
import { formatMean, formatNumber } from '../../../src/scoring/score';
import type { Session } from '../../support/session';
import { checkedNumbers, decoded, examples, exampleSession, reportOf, textOf } from '../../support/reports';

type Numbers = Awaited<ReturnType<typeof checkedNumbers>>;

function gapMark({ state, gap }: Numbers['services'][number]): string {
  if (state === 'unscored') return '?';
  if (gap === null) return '–';
  return gap > 0 ? `−${formatNumber(gap)}` : '✓';
}

for (const example of examples) {
  describe(`the numbers of ${example}`, () => {
    const file = `${example}.psirt.yaml`;
    let session: Session;
    let numbers: Numbers;
    before(async () => {
      session = exampleSession();
      numbers = await checkedNumbers(session, file);
    });
    after(() => session.remove());

    it('are those of the check in Markdown', async () => {
      const rows = (await reportOf(session, file, ['--format', 'markdown']))
        .split('\n')
        .filter((line) => line.startsWith('| '));
      const cellsOf = (start: string) =>
        (rows.find((row) => row.startsWith(`| ${start} `)) ?? assert.fail(start))
          .split(' | ')
          .map((cell) => cell.replace(/^\| | \|$/g, ''));
      for (const aggregate of [...numbers.areas, { id: '**Overall', title: 'average**', ...numbers.overall }]) {
        const { mean, target, floor, belowTarget, scored, applicable, excluded } = aggregate;
        const coverage = `over ${scored} of ${applicable}${excluded ? `; ${excluded} excluded` : ''}`;
        assert.deepEqual(cellsOf(`${aggregate.id} ${aggregate.title}`).slice(2), [
          formatMean(mean),
          formatNumber(target),
          String(floor ?? '–'),
          String(belowTarget),
          coverage,
        ]);
      }
      for (const service of numbers.services) {
        const rated = service.state === 'scored' || service.state === 'unscored';
        const expected = rated
          ? [String(service.score ?? '–'), formatNumber(service.target), gapMark(service)]
          : ['–', '–', '–'];
        assert.deepEqual(cellsOf(`${service.id} ${service.title}`).slice(2, 5), expected, service.id);
      }
      assert.equal(rows.filter((row) => / \| (error|warning|info) \| /.test(row)).length, numbers.problems.length);
    });

    it('are those of the check in HTML', async () => {
      const html = await reportOf(session, file, ['--format', 'html']);
      const rows = html.split('<tr ').slice(1);
      for (const { id, score, state, ...service } of numbers.services) {
        const row = rows.find((one) => one.includes(`data-service="${id}"`)) ?? assert.fail(id);
        assert.equal(
          /class="cell scored[^>]*data-level="(\d)"/.exec(row)?.[1] ?? null,
          score === null ? null : String(score),
          id,
        );
        assert.ok(row.includes(`<span aria-hidden="true">${gapMark({ id, score, state, ...service })}</span>`), id);
      }
      const areas = rows.filter((row) => row.startsWith('class="area-row"'));
      assert.deepEqual(
        areas.map((row) => /<span class="unseen">[^<]*<\/span>([^<]*)</.exec(row)?.[1]),
        numbers.areas.map(({ mean }) => formatMean(mean)),
      );
      const { mean, scored, applicable, excluded, belowTarget } = numbers.overall;
      const text = textOf(html);
      assert.ok(text.includes(`over ${scored} of ${applicable}${excluded ? `; ${excluded} excluded` : ''}\n`));
      assert.ok(text.includes(`\n· ${belowTarget} below target\n`));
      assert.match(
        html,
        new RegExp(
          `<p class="mean"><span class="unseen">Average\\u00a0</span>${formatMean(mean).replace('.', '\\.')} <small>`,
        ),
      );
    });

    it('are those of the check in the pictures', async () => {
      const { mean, target } = numbers.overall;
      const badge = await reportOf(session, file, ['--format', 'svg', '--view', 'badge']);
      assert.match(
        badge,
        new RegExp(`>${mean === null ? '–' : `${formatMean(mean)} / ${formatNumber(target)}`}</text>`),
      );
      const radar = decoded(await reportOf(session, file, ['--format', 'svg', '--view', 'radar']));
      for (const area of numbers.areas)
        assert.ok(
          radar.includes(
            `${area.id} ${area.title}: average ${formatMean(area.mean)} over ${area.scored} of ${area.applicable}`,
          ),
          area.id,
        );
      const grid = (await reportOf(session, file, ['--format', 'svg', '--view', 'grid']))
        .split('<g transform=')
        .slice(1);
      for (const service of numbers.services) {
        const line = grid.find((one) => one.includes(`>${service.id}</text>`)) ?? assert.fail(service.id);
        assert.equal(
          /font-weight="700"[^>]*>(\d)</.exec(line)?.[1] ?? null,
          service.score === null ? null : String(service.score),
          service.id,
        );
        assert.match(line, new RegExp(`>${gapMark(service).replace('?', '\\?')}</text>`), service.id);
      }
    });
  });
}
