import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { linkText } from '../../../../src/assessment/evidence/links';
import { fuzzRuns } from '../../../support/fuzz-runs';

describe('a link as YAML', () => {
  it('is plain where that is safe, and quoted where it is not', () => {
    for (const link of [
      'docs/a.md',
      '../a.md#roles-and-responsibilities',
      '/docs/文書.md#役割と責任',
      './x',
      'my file (2).md',
      'https://e.example/a?b=c&d=1#e',
    ])
      assert.equal(linkText(link), link);
    for (const link of ['a #b.md', 'a: b.md', '[a].md', '2026', '1.5', 'true', 'null', '- a', 'a,b', '"a"', 'x ', ''])
      assert.equal(linkText(link), JSON.stringify(link));
  });

  it('is read back as it was, in block and flow lists', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[\w./# :@&%'"-]{1,20}$/)), (link) => {
        assert.deepEqual(parse(`- ${linkText(link)}\n`, { logLevel: 'silent' }), [link]);
        assert.deepEqual(parse(`[${linkText(link)}]\n`, { logLevel: 'silent' }), [link]);
      }),
      fuzzRuns(2_000),
    );
  });
});
