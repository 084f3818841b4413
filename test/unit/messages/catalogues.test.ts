import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import en from '../../../l10n/en.json';
import ja from '../../../l10n/ja.json';
import nlsEn from '../../../package.nls.json';
import nlsJa from '../../../package.nls.ja.json';
import { keysOf } from '../../../src/assessment/keys';
import { crosswalkModels } from '../../../src/crosswalk/own-model';
import { overlayModels } from '../../../src/overlay/overlay-model';
import { overlayRules } from '../../../src/overlay/overlay-rules';
import { catalogues } from '../../../src/messages/catalogues';
import { languages, partOf, plurals, type Catalogue } from '../../../src/messages/messages';
import { root } from '../../support/root';

/** Names of `{name}` and of `{count|one|others}`, each once. */
function placeholders(template: string): string[] {
  return [...new Set([...template.matchAll(/\{(\w+)(?:\|[^}]*)?\}/g)].map((match) => match[1] ?? ''))].sort();
}

describe('the catalogue of messages', () => {
  it('has the same keys in every language', () => {
    assert.deepEqual(Object.keys(ja).sort(), Object.keys(en).sort());
  });

  it('is kept in the order of its keys, so that changes meet as rarely as possible', () => {
    for (const [language, catalogue] of Object.entries(catalogues)) {
      assert.deepEqual(Object.keys(catalogue), Object.keys(catalogue).sort(), language);
    }
  });

  it('has no text that is empty or only white space', () => {
    for (const [language, catalogue] of Object.entries(catalogues)) {
      for (const [key, text] of Object.entries(catalogue)) assert.notEqual(text.trim(), '', `${language} ${key}`);
    }
  });

  it('has the same values to fill in, whatever the language', () => {
    for (const [key, text] of Object.entries<string>(en)) {
      assert.deepEqual(placeholders((ja as Catalogue)[key] ?? ''), placeholders(text), key);
    }
  });

  it('has well-formed templates: braces in pairs, plurals with a form for each category of the language', () => {
    for (const language of languages) {
      const forms = `(\\|[^|}]*){${plurals[language].categories.length}}`;
      for (const [key, text] of Object.entries(catalogues[language])) {
        for (const [part] of text.matchAll(/\{(?=\w)[^}]*(\}|$)/g)) {
          // `{ target: 3 }` is an example of YAML: a space follows its brace.
          assert.match(part, new RegExp(`^\\{\\w+(${forms})?\\}$`), `${language} ${key}: ${part}`);
        }
      }
    }
  });

  it('chooses plural forms by a number that is filled in', () => {
    for (const [key, text] of Object.entries<string>(en)) {
      for (const [, name] of text.matchAll(/\{(\w+)\|/g)) assert.ok(placeholders(text).includes(name ?? ''), key);
    }
  });

  it('speaks English', () => {
    for (const [key, text] of Object.entries<string>(en))
      assert.doesNotMatch(text, /[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]/, key);
  });

  it('has typographic quotes around what users wrote, not the straight ones of code, and apostrophes of the same kind', () => {
    for (const [key, text] of Object.entries<string>({ ...en, ...nlsEn }))
      assert.doesNotMatch(text, /"\{\w+\}"|'/, key);
  });

  it('speaks to its users in Japanese as VS Code does: in です・ます, but for what documents and lists of rules quote', () => {
    const plain =
      /(?:である|ない|だ|よい|[うくぐつぬぶむる]|(?<![まで])す|(?<!まし|でし)た|(?<![すん]|ました|でした)か)(?=。|$)/m;
    const quoted =
      /^(?:report\.(?:ciso|made|oscal|say|sheet|template)|crosswalk\.orientation|interview\.|view\.sheet-references|key\.rules)/;
    const sentences = (text: string) => text.split(/(?<=。)/).filter((part) => part.endsWith('。'));
    for (const [key, text] of [...Object.entries<string>(ja), ...Object.entries<string>(nlsJa)]) {
      if (quoted.test(key)) continue;
      for (const sentence of sentences(text)) assert.doesNotMatch(sentence, plain, key);
      if (/^cli\.(?!help)/.test(key)) assert.doesNotMatch(text, plain, key);
    }
  });

  it('has one Japanese word for one thing, and one form of a character', () => {
    const words: Readonly<Record<string, string>> = {
      判断基準: '確認項目',
      エビデンス: '証跡',
      領域: 'サービスエリア',
      採点者: '評価者',
      備考: 'メモ',
      ギャップ: '差',
      アクション: '実施事項',
      外部要件: '外部の要求事項',
      比較一覧: '一覧比較',
      '〜': '～',
      すでに: '既に',
      わかり: '分かり',
      他の: 'ほかの',
    };
    // The names of other products' features keep theirs.
    const named = /コードアクション|GitHub Actions/g;
    for (const [key, text] of [...Object.entries<string>(ja), ...Object.entries<string>(nlsJa)])
      for (const [other, usual] of Object.entries(words))
        assert.ok(!text.replace(named, '').includes(other), `${key}: ${usual}, not ${other}`);
  });

  it('leads from the walkthrough to no command with keys of its own: VS Code adds a tip, which is cut in the column', () => {
    const steps = Object.entries<string>({ ...nlsEn }).filter(([key]) => key.startsWith('walkthrough.'));
    for (const [key, text] of steps)
      for (const [, command] of text.matchAll(/\(command:([^)]+)\)/g))
        assert.match(command ?? '', /^psirtMaturity\.|\.focus$/, key);
  });

  it('hands out the texts of some families alone, for the panel', () => {
    const fixes = partOf(catalogues.en, ['fix.', 'list.']);
    assert.ok(Object.keys(fixes).length > 5);
    assert.ok(Object.keys(fixes).every((key) => /^(fix|list)\./.test(key)));
    assert.deepEqual(partOf(catalogues.ja, ['']), ja);
    assert.deepEqual(languages, ['en', 'ja']);
  });
});

describe('the catalogue and the code', () => {
  const sources = sourceFiles(join(root, 'src')).map((path) => withoutComments(readFileSync(path, 'utf8')));
  const families = new Set(Object.keys(en).map((key) => key.split('.')[0] ?? ''));
  const isKey = (text: string) =>
    /^[a-z][a-z-]*(\.[a-z\d-]+)+$/.test(text) && families.has(text.split('.')[0] ?? '') && !/\.(js|css)$/.test(text);
  const literals = new Set(
    sources
      .flatMap((source) => [...source.matchAll(/(['"])([a-z][a-z\d.-]+)\1/g)].map((match) => match[2] ?? ''))
      .filter(isKey),
  );
  const built = computedKeys(sources, families);

  it('has a text for every key the code names', () => {
    assert.ok(literals.size > 100);
    assert.deepEqual(
      [...literals].filter((key) => !(key in en)),
      [],
    );
  });

  it('has a text for every key of a file, which hovers and the JSON Schema explain', () => {
    // Areas and services have their words in the sheet.
    const named = Object.entries(keysOf).filter(([kind]) => kind !== 'areas' && kind !== 'services');
    const wanted = named.flatMap(([kind, keys]) => keys.map((key) => `key.${kind}.${key}`));
    wanted.push(
      ...Object.entries(overlayModels).flatMap(([kind, { shape }]) =>
        Object.keys(shape).map((key) => `key.${kind === 'wording' ? kind : `wording-${kind}`}.${key}`),
      ),
    );
    wanted.push(
      ...Object.entries(crosswalkModels).flatMap(([kind, { shape }]) =>
        Object.keys(shape).map((key) => `key.${kind === 'crosswalk' ? kind : `crosswalk-${kind}`}.${key}`),
      ),
    );
    wanted.push(
      ...Object.keys(overlayRules)
        .filter((rule) => !(keysOf.rules as readonly string[]).includes(rule))
        .map((rule) => `key.rules.${rule}`),
    );
    const present = Object.keys(en).filter((key) => key.startsWith('key.'));
    assert.deepEqual(present.sort(), wanted.sort());
  });

  it('has no text that nothing says', () => {
    const unused = Object.keys(en).filter((key) => !literals.has(key) && !built.some((pattern) => pattern.test(key)));
    assert.deepEqual(unused, []);
  });
});

function sourceFiles(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

/** Keys the code puts together: `key.rules.${id}` stands for one word in place of the value. */
function computedKeys(sources: readonly string[], families: ReadonlySet<string>): RegExp[] {
  const templates = sources.flatMap((source) =>
    [...source.matchAll(/`([a-z]+\.(?:[a-z.-]|\$\{[^}]*\})*)`/g)].map((match) => match[1] ?? ''),
  );
  return templates
    .filter((template) => template.includes('${') && families.has(template.split('.')[0] ?? ''))
    .map(
      (template) =>
        new RegExp(`^${template.replace(/\$\{[^}]*\}|\./g, (part) => (part === '.' ? '\\.' : '[a-z\\d-]+'))}$`),
    );
}
