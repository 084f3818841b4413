import assert from 'node:assert/strict';
import { inlayHintsOf } from '../../../src/language/inlay-hints';
import type { Language } from '../../../src/messages/messages';
import { findService } from '../../../src/sheet/sheet';
import { examples } from '../../support/analyse';
import { sheets } from '../../support/problems';
import { contextOf, head } from '../../support/feature-context';
import { rendered } from '../../support/at-cursor';
import { yaml } from '../../support/yaml';

/** The text with its hints where they are shown. */
function hinted(services: string, kinds = { titles: true, levels: true }, language?: Language): string {
  const text = `${head}services:\n${services}`;
  let shown = '';
  let at = 0;
  for (const { offset, label } of inlayHintsOf(contextOf(text, language), kinds)) {
    shown += `${text.slice(at, offset)}‹${label}›`;
    at = offset;
  }
  return (shown + text.slice(at)).slice(`${head}services:\n`.length);
}

const title = 'Finder community';
const summary = (level: number, language: Language = 'en') =>
  findService(sheets[language], '1.2')?.levels[level]?.summary ?? '?';

describe('inlay hints', () => {
  it('give the title of a bare id and the meaning of a score, at the end of the line', () => {
    assert.equal(hinted('  "1.2": 2\n'), `  "1.2": 2‹${title}›‹· ${summary(2)}›\n`);
    assert.equal(
      hinted(yaml`
          "1.2":
            score: 3
            target: 4
      `),
      yaml`
          "1.2":‹${title}›
            score: 3‹${summary(3)}›
            target: 4
      `,
    );
    assert.equal(
      hinted('  1.2: { score: 2, target: 3 }\r\n  "1.3":\r\n'),
      `  1.2: { score: 2, target: 3 }‹${title}›‹· ${summary(2)}›\r\n  "1.3":‹Community and organisational engagement›\r\n`,
    );
    assert.equal(
      hinted('  "1.2": 2\n', undefined, 'ja'),
      `  "1.2": 2‹発見者コミュニティとの関わり›‹· ${summary(2, 'ja')}›\n`,
    );
  });

  it('leave the title out where the line has a comment', () => {
    assert.equal(hinted('  "1.2": 2    # Finder community\n'), `  "1.2": 2    # Finder community‹${summary(2)}›\n`);
    assert.equal(
      hinted('  "1.2":    # not ours to say\n    score: 2 # since May\n'),
      yaml`
          "1.2":    # not ours to say
            score: 2 # since May‹${summary(2)}›
      `,
    );
    assert.equal(hinted('  "1.2": { excluded: "a # in text" }\n'), `  "1.2": { excluded: "a # in text" }‹${title}›\n`);
  });

  it('say where they follow a comment, from which they have to stand off', () => {
    const after = (services: string) =>
      inlayHintsOf(contextOf(`services:\n${services}`), { titles: true, levels: true }).map(
        ({ afterComment = false }) => afterComment,
      );
    assert.deepEqual(
      after(yaml`
          "1.2": 2    # mine
          "1.3":   # theirs
            score: 0 #
      `),
      [true, true],
    );
    assert.deepEqual(
      after(yaml`
          "1.2": 2
          "1.3":   # theirs
            score: 0
      `),
      [false, false, false],
    );
  });

  it('can be switched off, each for itself', () => {
    assert.equal(hinted('  "1.2": 2\n', { titles: false, levels: true }), `  "1.2": 2‹${summary(2)}›\n`);
    assert.equal(hinted('  "1.2": 2\n', { titles: true, levels: false }), `  "1.2": 2‹${title}›\n`);
    assert.equal(hinted('  "1.2": 2\n', { titles: false, levels: false }), '  "1.2": 2\n');
  });

  it('say nothing of a score that does not count or has no meaning', () => {
    assert.equal(hinted('  "9.9": 2\n'), '  "9.9": 2\n');
    for (const value of ['7', '2.5', 'two', '{ score: 2, excluded: x }'])
      assert.equal(hinted(`  "1.2": ${value} # t\n`), `  "1.2": ${value} # t\n`);
    assert.equal(hinted('  "1.2": 2 # t\n  1.2: 3 # t\n'), `  "1.2": 2 # t‹${summary(2)}›\n  1.2: 3 # t\n`);
    assert.equal(hinted('  "4.4": 2 # t\n  "6.3": 0 # t\n'), '  "4.4": 2 # t\n  "6.3": 0 # t\n');
    assert.equal(hinted('  "4.4": 0 # t\n'), '  "4.4": 0 # t‹Not there yet›\n');
  });

  it('keep still where several services share a line', () => {
    const text = '  { "1.2": 2, "1.3": 3,\n  "1.4": 3 }\n';
    assert.equal(
      hinted(text),
      text.replace(' }', ` }‹Downstream stakeholders›‹· ${findService(sheets.en, '1.4')?.levels[3]?.summary}›`),
    );
    assert.equal(hinted('  { "1.2": 2, "1.3": 3 }\n'), '  { "1.2": 2, "1.3": 3 }\n');
  });

  it('follow aliases and merge keys to where the score is taken from', () => {
    const text = yaml`
      x: &x { score: 2 }
      services:
        "1.2":
          <<: *x
        "1.3": *x
    `;
    const labels = inlayHintsOf(contextOf(text), { titles: false, levels: true }).map(({ offset }) =>
      text.slice(0, offset).split('\n').at(-1),
    );
    assert.deepEqual(labels, ['    <<: *x', '  "1.3": *x']);
  });

  it('are given while the file is half typed, but not for a sheet we do not know', () => {
    assert.equal(hinted('  "1.2": 2 # t\n  "1.3\n'), `  "1.2": 2 # t‹${summary(2)}›\n  "1.3\n`);
    assert.deepEqual(
      inlayHintsOf(
        contextOf(yaml`
          sheet: other@2
          services:
            "1.2": 2
        `),
        { titles: true, levels: true },
      ),
      [],
    );
  });

  it('explain themselves when pointed at: the objective, the whole level', () => {
    const [ofTitle, ofLevel] = inlayHintsOf(contextOf(`${head}services:\n  "1.2": 2\n`), {
      titles: true,
      levels: true,
    });
    const service = findService(sheets.en, '1.2');
    assert.equal(rendered(ofTitle?.tooltip ?? '').text, `1.2 ${title}\n${service?.objective}`);
    assert.ok(rendered(ofLevel?.tooltip ?? '').text.startsWith(`Level 2 ${summary(2)}`));
    assert.ok(rendered(ofLevel?.tooltip ?? '').links.every(({ href }) => href?.startsWith('https://www.first.org/')));
  });

  it('are only those of levels in files that name their services in comments', () => {
    for (const [name, text] of examples) {
      const context = contextOf(text);
      assert.equal(inlayHintsOf(context, { titles: true, levels: false }).length, 0, name);
      assert.equal(inlayHintsOf(context, { titles: true, levels: true }).length, context.scored.overall.scored, name);
    }
  });
});
