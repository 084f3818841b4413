import assert from 'node:assert/strict';
import fc from 'fast-check';
import { simpleWidth as measure } from '../../../../src/report/terminal/columns';
import { wrap, wrapLine } from '../../../../src/report/terminal/wrap';
import { within } from '../../../support/within';
import { yaml } from '../../../support/yaml';

describe('wrapping', () => {
  it('breaks at spaces, and indents', () => {
    assert.deepEqual(wrapLine('Finders report vulnerabilities.', { width: 16, measure }, '  '), [
      '  Finders report',
      '  vulnerabilities.',
    ]);
  });

  it('breaks Japanese between phrases, and leaves words whole', () => {
    assert.deepEqual(wrapLine('脆弱性を開示する。', { width: 16, measure }), ['脆弱性を', '開示する。']);
    assert.deepEqual(wrapLine('コミュニティとの交流についてのレポート', { width: 24, measure }), [
      'コミュニティとの',
      '交流についてのレポート',
    ]);
    assert.deepEqual(wrapLine('契約、会議、後援の効用に気付く', { width: 12, measure }), [
      '契約、会議、',
      '後援の効用に',
      '気付く',
    ]);
  });

  it('breaks a longer phrase between characters, but lets no punctuation begin a line and no bracket end one', () => {
    assert.deepEqual(wrapLine('脆弱性管理方針を', { width: 10, measure }), ['脆弱性管理', '方針を']);
    assert.deepEqual(wrapLine('方針（開示）を定める', { width: 6, measure }), ['方針', '（開', '示）を', '定める']);
    assert.deepEqual(wrapLine('バグバー', { width: 6, measure }), ['バグ', 'バー']);
  });

  it('keeps Latin words and references within Japanese together', () => {
    assert.deepEqual(wrapLine('担当のPSIRTが[3.1.1-3.1.2]を見る', { width: 14, measure }), [
      '担当のPSIRTが',
      '[3.1.1-3.1.2]',
      'を見る',
    ]);
  });

  it('lets the lines of an item hang below its text', () => {
    assert.deepEqual(wrapLine('- one two three', { width: 9, measure }, ' '), [' - one', '   two', '   three']);
  });

  it('keeps a word that is too long on a line of its own', () => {
    assert.deepEqual(wrapLine('see https://example.com/long now', { width: 10, measure }), [
      'see',
      'https://example.com/long',
      'now',
    ]);
  });

  it('takes brackets that open with nothing behind them for one word, however many they are', () => {
    const brackets = '('.repeat(200_000);
    const lines = within(2000, () => wrapLine(`see ${brackets} now`, { width: 10, measure }));
    assert.deepEqual(lines, ['see', brackets, 'now']);
  });

  it('keeps paragraphs, lists and the lines between them', () => {
    assert.deepEqual(
      wrap(
        yaml`
          One.

          Two:
          - a
          - b`,
        { width: 80, measure },
      ),
      ['One.', '', 'Two:', '- a', '- b'],
    );
  });

  it('loses and invents nothing but spaces', () => {
    const texts = fc.array(
      fc.constantFrom(
        'a',
        'word',
        ' ',
        '脆',
        '弱',
        '。',
        '（',
        '）',
        '[1.1]',
        '- ',
        'ー',
        '「',
        '…',
        '[',
        ']',
        '^',
        '-',
        '\\',
      ),
    );
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 20 }), (parts, width) => {
        const bare = (text: string) => text.replace(/\s/g, '');
        assert.equal(bare(wrapLine(parts.join(''), { width, measure }).join('')), bare(parts.join('')));
      }),
      { numRuns: 1000 },
    );
  });
});
