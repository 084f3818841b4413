import assert from 'node:assert/strict';
import { parsed } from '../../../support/session';
import { checks, examples } from '../../../support/printed-checks';

describe('The formats of check for other programs', () => {
  const checked = checks();
  const { results, run } = checked;

  it('count the same problems in every format', async () => {
    const { summary } = parsed(
      await checked.session.run(['check', examples, '--format', 'json', '--today', '2026-11-23']),
    );
    const counts = async (format: string, kinds: readonly RegExp[]) => {
      const printed = await run(format, examples);
      return kinds.map((kind) => printed.match(kind)?.length ?? 0);
    };
    const expected = [summary.errors, summary.warnings, summary.infos];
    assert.deepEqual(await counts('github', [/^::error/gm, /^::warning/gm, /^::notice/gm]), expected);
    assert.deepEqual(
      await counts('jsonl', [/"severity":"error"/g, /"severity":"warning"/g, /"severity":"info"/g]),
      expected,
    );
    const open = (await results(examples)).filter(({ suppressions }) => suppressions.length === 0);
    assert.deepEqual(
      ['error', 'warning', 'note'].map((level) => open.filter((result) => result.level === level).length),
      expected,
    );
  });
});
