import assert from 'node:assert/strict';
import { documentHeadings } from '../../../src/assessment/evidence/headings';
import { headingCompletions, pathCompletions, typedCitationAt } from '../../../src/language/citation-completion';
import { unlessComplete } from '../../../src/language/unless-complete';
import { cursor } from '../../support/at-cursor';
import { yaml } from '../../support/yaml';

/** What is offered of a folder, or of a document's headings, where a citation ends in `|`. */
function cited(citation: string): string[] {
  const { text, offset } = cursor(yaml`
    services:
      "1.1":
        evidence:
          - ${citation}
  `);
  const typed = typedCitationAt(text, offset) ?? assert.fail(citation);
  const entries = ['charter.md', 'charter.md.old', 'policy.md'].map((name) => ({ name, isFolder: false }));
  const completions =
    'folder' in typed.wanted
      ? pathCompletions(typed, [...entries, { name: 'docs', isFolder: true }])
      : headingCompletions(
          typed,
          documentHeadings(yaml`
            # Roles

            # Roles of others

            # Scope
          `),
        );
  return unlessComplete(text, completions).map(({ label }) => label);
}

describe('A citation that is there already', () => {
  it('is not offered, nor what it begins', () => {
    for (const whole of ['charter.md|', '"charter.md|"', 'char|ter.md', 'docs/charter.md|'])
      assert.deepEqual(cited(whole), ['policy.md', 'docs/'], whole);
    assert.deepEqual(cited('charter.md#roles|'), ['#scope']);
  });

  it('goes on to be offered until it is whole', () => {
    assert.ok(cited('charter.m|').includes('charter.md'));
    assert.ok(cited('docs|').includes('docs/'));
    assert.ok(cited('charter.md#role|').includes('#roles'));
  });
});
