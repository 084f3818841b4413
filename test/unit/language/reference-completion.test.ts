import assert from 'node:assert/strict';
import { translator } from '../../../src/messages/catalogues';
import { languages } from '../../../src/messages/messages';
import { overlayCompletionsAt } from '../../../src/language/overlay';
import { sheets } from '../../support/problems';
import { yaml } from '../../support/yaml';

/** Completions at `¦`, and the text that is replaced. */
function at(marked: string) {
  const offset = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  const found = overlayCompletionsAt({ sheet: sheets.en, t: translator('en') }, text, offset);
  return {
    labels: found.map(({ label }) => label),
    first: found[0] && { ...found[0], replaced: text.slice(found[0].span.start, found[0].span.end) },
  };
}

const level = (line: string) =>
  yaml`
    language: en
    services:
      "1.1":
        levels:
          "3":
            description: |
              ${line}
  `;

describe('completing a reference in a wording file', () => {
  it('offers those the sheet has in the level first, then every function it cites, with its title', () => {
    const { labels, first } = at(level('Roles are written down [¦'));
    const own = sheets.en.areas[0]?.services[0]?.levels[3]?.references ?? [];
    assert.ok(own.length > 0);
    assert.deepEqual(labels.slice(0, own.length), own);
    assert.ok(labels.length > 100);
    assert.equal(new Set(labels).size, labels.length);
    assert.equal(first?.insertText, `${own[0]}]`);
    assert.ok(first?.detail);
  });

  it('replaces what is typed of one, and a bracket that closes it', () => {
    assert.equal(at(level('Roles [1.1¦.9] done')).first?.replaced, '1.1.9]');
  });

  it('leaves lists in brackets and closed references alone', () => {
    assert.deepEqual(
      at(yaml`
        language: en
        services:
          "1.1":
            notes: [¦`).labels,
      [],
    );
    assert.deepEqual(at(level('Roles [1.1.1] are ¦')).labels, []);
  });

  it('is there also outside a level', () => {
    assert.ok(
      at(yaml`
        language: en
        services:
          "1.1":
            objective: As [¦`).labels.includes('1.1.1'),
    );
  });

  it('goes silent once it is written out', () => {
    assert.deepEqual(
      at(level('Roles [1.1.1¦] done')).labels.filter((label) => label === '1.1.1'),
      [],
    );
    assert.deepEqual(at('language: e¦\n').labels, [...languages]);
    assert.deepEqual(at('language: en¦\n').labels, ['ja']);
  });
});
