import assert from 'node:assert/strict';
import fc from 'fast-check';
import en from '../../../l10n/en.json';
import { translator } from '../../../src/messages/catalogues';
import { languages, languageOf, plurals, translatorOf, type MessageKey } from '../../../src/messages/messages';

/** Says one template of ours. */
const say = (template: string, parameters?: Record<string, string | number>) =>
  translatorOf('en', { it: template })('it' as MessageKey, parameters);

describe('choosing a language', () => {
  const cases: [string | undefined, string][] = [
    ['ja', 'ja'],
    ['ja-JP', 'ja'],
    ['JA-jp', 'ja'],
    ['ja_JP.UTF-8', 'ja'],
    ['ja.UTF-8', 'ja'],
    ['en', 'en'],
    ['en-GB', 'en'],
    ['en_US.UTF-8', 'en'],
    ['de', 'en'],
    ['C', 'en'],
    ['jav', 'en'],
    ['jam-JM', 'en'],
    ['x-ja', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ];
  for (const [tag, language] of cases) {
    it(`${tag === undefined ? 'no tag' : `“${tag}”`} means ${language}`, () => assert.equal(languageOf(tag), language));
  }
});

describe('saying a message', () => {
  it('gives the text of the language, and tells which that is', () => {
    assert.equal(translator('en')('fix.add-reason'), 'Add a reason');
    assert.equal(translator('ja')('fix.add-reason'), '除外の理由を追加する');
    assert.deepEqual([translator('en').language, translator('ja').language], ['en', 'ja']);
  });

  it('fills in values, each as often as it occurs', () => {
    assert.equal(say('{a} and {b}, {a}', { a: 'x', b: 0 }), 'x and 0, x');
  });

  it('chooses the plural form by the number', () => {
    const cups = '{count} {count|cup|cups}';
    assert.deepEqual(
      [0, 1, 2, 11, 1.5].map((count) => say(cups, { count })),
      ['0 cups', '1 cup', '2 cups', '11 cups', '1.5 cups'],
    );
    assert.equal(say('{count||s}', { count: 1 }), '');
  });

  it('has a form for each plural category of a language, and chooses as CLDR does', () => {
    for (const language of languages) {
      const rules = new Intl.PluralRules(language);
      const t = translatorOf(language, { 'fix.all': `{count|${plurals[language].categories.join('|')}}` });
      const chosen = (count: number) =>
        assert.equal(t('fix.all', { count }), rules.select(count), `${language} ${count}`);
      assert.deepEqual([...plurals[language].categories].sort(), [...rules.resolvedOptions().pluralCategories].sort());
      fc.assert(fc.property(fc.oneof(fc.integer({ min: -200, max: 200 }), fc.integer(), fc.double()), chosen));
      for (const count of [0, 1, 2, 5, 22, 1.5, NaN, Infinity]) chosen(count);
    }
  });

  it('leaves what it has no value for visible, rather than saying “undefined”', () => {
    assert.equal(say('{a} {b}', { a: 1 }), '1 {b}');
    assert.equal(say('{a|one|more}'), '{a|one|more}');
  });

  it('leaves braces that are no placeholder alone', () => {
    assert.equal(say('"1": { target: 3 } {} {a b}', { target: 5, a: 1 }), '"1": { target: 3 } {} {a b}');
  });

  it('gives the key back for a text it does not have', () => {
    assert.equal(translatorOf('ja', {})('fix.add-reason'), 'fix.add-reason');
  });

  it('takes values as they are: nothing in them is filled in, replaced or interpreted', () => {
    assert.equal(say('[{a}] {b}', { a: '{b} $& $1', b: 'x' }), '[{b} $& $1] x');
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => assert.equal(say('<{a}|{b}>', { a, b }), `<${a}|${b}>`)));
  });

  it('fills every text of the catalogue completely, given all its values', () => {
    for (const [key, template] of Object.entries<string>(en)) {
      const names = [...template.matchAll(/\{(\w+)/g)].map((match) => match[1] ?? '');
      for (const language of languages) {
        const text = translator(language)(key as MessageKey, Object.fromEntries(names.map((name) => [name, 2])));
        assert.doesNotMatch(text, /\{\w|undefined|\|\}/, `${language} ${key}`);
      }
    }
  });
});
