import assert from 'node:assert/strict';
import { findTerms, termsIn } from '../../../src/sheet/glossary';
import { sheets } from '../../support/problems';
import { within } from '../../support/within';
import { languages } from '../../../src/messages/messages';

/** The terms in a text, as they are written there. */
function found(text: string, language: 'en' | 'ja' = 'en'): string[] {
  return findTerms(text, sheets[language].glossary).map(({ start, end }) => text.slice(start, end));
}

describe('the terms in a text', () => {
  it('are whole words, also in the plural and at the start of a sentence', () => {
    assert.deepEqual(found('Bug bars and quality gates exist; SLAs and PoCs too.'), [
      'Bug bars',
      'quality gates',
      'SLAs',
      'PoCs',
    ]);
    assert.deepEqual(found('Security advisories, release notes'), ['Security advisories', 'release notes']);
    assert.deepEqual(found('the slated pathfinder exploited a preCVE1'), []);
  });

  it('count once, where they first stand, however their words are spaced', () => {
    assert.deepEqual(found('a bug\nbar, a bug bar and bug bars'), ['bug\nbar']);
    const both = findTerms('the SDL, a secure development lifecycle', sheets.en.glossary);
    assert.deepEqual(
      both.map(({ start, term }) => [start, term.term]),
      [[4, 'SDL']],
    );
  });

  it('are known for what the sheet uses most, and for what it prints otherwise than is meant', () => {
    const texts = {
      en: 'The PSIRT and its stakeholders, a CDL, remediating, responsible disclosure, shift-left work',
      ja: 'PSIRTとステークホルダー、CDL、対策分析、責任ある情報開示、シフトレフト',
    };
    assert.deepEqual(found(texts.en), [
      'PSIRT',
      'stakeholders',
      'CDL',
      'remediating',
      'responsible disclosure',
      'shift-left',
    ]);
    assert.deepEqual(found(texts.ja, 'ja'), [
      'PSIRT',
      'ステークホルダー',
      'CDL',
      '対策分析',
      '責任ある情報開示',
      'シフトレフト',
    ]);
    // Measures of another kind are no remediation of vulnerabilities.
    assert.deepEqual(found('機密保持の対策、保護対策', 'ja'), []);
  });

  it('are found at once, whatever white space stands between words', () => {
    const words = sheets.en.glossary.terms.flatMap(({ term }) => term.split(' '));
    const spaced = words.map((word) => `${word}${' \n'.repeat(5000)}`).join('');
    const repeated = words.map((word) => `${word} `.repeat(2000)).join('');
    for (const text of [spaced, repeated]) within(5000, () => found(text));
  });

  it('keep the case of abbreviations', () => {
    assert.deepEqual(found('sdl rpm Sla'), []);
  });

  it('are the longest of several that begin at one place', () => {
    assert.deepEqual(found('red team tests'), ['red team tests']);
    assert.deepEqual(found('セキュリティアドバイザリとバグバウンティベンダー', 'ja'), [
      'セキュリティアドバイザリ',
      'バグバウンティ',
    ]);
  });

  it('need no spaces around them in Japanese, but Latin ones stay whole', () => {
    assert.deepEqual(found('PoCやCVEの番号、KPIを定めた品質ゲート', 'ja'), ['PoC', 'CVE', 'KPI', '品質ゲート']);
    assert.deepEqual(found('CVEX', 'ja'), []);
  });

  it('leave out what a note explains', () => {
    const terms = termsIn(['A red team test and a bug bar'], ['Red team test: An exercise'], sheets.en.glossary);
    assert.deepEqual(
      terms.map(({ term }) => term),
      ['bug bar'],
    );
  });
});

describe('the glossary', () => {
  for (const language of languages) {
    const { areas, glossary } = sheets[language];
    const texts = areas
      .flatMap(({ services }) => services)
      .flatMap(({ objective, levels }) => [objective, ...levels.map((level) => level?.description ?? '')]);

    it(`explains in ${language} only what the sheet says, each term once and in one place`, () => {
      const used = new Set(texts.flatMap((text) => findTerms(text, glossary).map(({ term }) => term)));
      assert.deepEqual(
        glossary.terms.filter((term) => !used.has(term)).map(({ term }) => term),
        [],
      );
      const forms = glossary.terms
        .flatMap(({ term, forms = [] }) => [term, ...forms])
        .map((form) => form.toLowerCase());
      assert.equal(new Set(forms).size, forms.length);
    });

    it(`means something short in ${language}, ended by a full stop`, () => {
      for (const { term, meaning } of glossary.terms) {
        assert.ok(meaning.length <= (language === 'en' ? 140 : 70), `${term}: ${meaning.length}`);
        assert.match(meaning, language === 'en' ? /^[A-Z][^]*\.$/ : /。$/, term);
        assert.doesNotMatch(meaning, /["']/, term);
      }
    });
  }

  it('explains as much in either language', () => {
    assert.equal(sheets.ja.glossary.terms.length, sheets.en.glossary.terms.length);
  });
});
