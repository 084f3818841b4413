import assert from 'node:assert/strict';
import { findService, levelNumbers } from '../../../src/sheet/sheet';
import { describe as describeMarkdown } from '../../../src/language/markdown';
import { translator } from '../../../src/messages/catalogues';
import { successors } from '../../../src/crosswalk/successors';
import { frameworkUrl, functionsOf, nextFrameworkUrl } from '../../../src/sheet/references';
import { sheets } from '../../support/problems';
import { hoverOn, rendered, shown } from '../../support/at-cursor';
import { languages } from '../../../src/messages/messages';
import { yaml } from '../../support/yaml';

const head = 'sheet: psirt-maturity@1.0\n';

/** What a hover says before it explains terms. */
const beforeTerms = (text: string): string => text.split(/\n(?:Terms|用語)\n/)[0] ?? '';

describe('the hover on a service', () => {
  it('explains it: area, title, objective, where it stands, then every level from 0 upwards in full', () => {
    const sheet = sheets.en;
    const service = findService(sheet, '1.2');
    const { text, on } = shown(yaml`
      ${head}target: 3
      services:
        "1.|2": 2
    `);
    assert.equal(on, '"1.2"');
    const parts = [
      'Area 1 · Stakeholder ecosystem management',
      '1.2 Finder community',
      service?.objective ?? '?',
      'Score 2 · target 3 · gap 1',
      ...levelNumbers.flatMap((number) => [
        `Level ${number} ${service?.levels[number]?.summary}`,
        ...(service?.levels[number]?.description.split('\n') ?? []).map((line) => line.replace(/^- /, '')),
      ]),
    ].filter(Boolean);
    let at = 0;
    for (const part of parts) {
      const found = text.indexOf(part, at);
      assert.ok(found >= at, `“${part}” is missing, or not in order, in\n${text}`);
      at = found;
    }
  });

  it('gives all described levels of every service, each with all it says, in both languages', () => {
    for (const language of languages) {
      for (const { id, title, objective, levels, notes } of sheets[language].areas.flatMap((area) => area.services)) {
        const { text } = shown(`${head}services:\n  "${id}|": 1\n`, language);
        for (const words of [title, objective, ...notes]) assert.ok(text.includes(words), `${id}: ${words}`);
        for (const level of levels) {
          if (!level) continue;
          assert.ok(text.includes(level.summary), `${id}: ${level.summary}`);
          for (const line of level.description.split('\n'))
            assert.ok(text.includes(line.replace(/^- /, '')), `${id}: ${line}`);
        }
        const numbers = [...text.matchAll(language === 'en' ? /^Level (\d)/gm : /^レベル(\d)/gm)].map((match) =>
          Number(match[1]),
        );
        assert.deepEqual(
          numbers,
          levelNumbers.filter((number) => levels[number]),
          id,
        );
      }
    }
  });

  it('marks the level that is scored and the level that reaches the target', () => {
    const marks = (source: string) =>
      shown(`${head}${source}`)
        .text.match(/^Level \d.* — .*$/gm)
        ?.map((line) => line.replace(/^(Level \d).* — /, '$1: '));
    assert.deepEqual(marks('services: { "1.2|": 1 }'), ['Level 1: scored', 'Level 3: target 2.5']);
    assert.deepEqual(marks('services: { "1.2|": { score: 3, target: 3 } }'), ['Level 3: scored · target 3']);
    assert.deepEqual(marks('services: { "1.2|": }'), ['Level 3: target 2.5']);
    assert.deepEqual(marks('services: { "4.4|": 0 }'), ['Level 4: target 2.5']);
    assert.deepEqual(marks('services: { "4.4|": { score: 4, target: 5 } }'), ['Level 4: scored', 'Level 5: target 5']);
    assert.deepEqual(marks('services: { "1.2|": { excluded: x } }'), undefined);
  });

  it('says where it stands', () => {
    const state = (source: string, language?: 'ja') =>
      shown(`${head}services: { "1.2|": ${source} }`, language).text.split('\n')[3];
    assert.equal(state('2'), 'Score 2 · target 2.5 · gap 0.5');
    assert.equal(state('2', 'ja'), 'スコア2・目標2.5・差0.5');
    assert.equal(state('3'), 'Score 3 · target 2.5 · reached');
    assert.equal(state('3', 'ja'), 'スコア3・目標2.5・達成');
    assert.equal(state(''), 'Not scored yet · target 2.5. Read the levels from 0 upwards and choose the nearest one.');
    assert.equal(state('', 'ja'), '未採点・目標2.5。レベル0から順に読み、最も近いレベルを指定してください。');
    assert.equal(state('{ excluded: Not ours }'), 'Excluded: Not ours');
    assert.equal(state('{ excluded: 事業の範囲外 }', 'ja'), '除外：事業の範囲外');
    assert.equal(state('{ excluded: }'), 'Excluded, no reason given.');
    assert.equal(state('{ excluded: }', 'ja'), '除外（理由の記載なし）。');
  });

  it('says so where the sheet describes no other levels, or leaves the service out', () => {
    const last = (id: string, language?: 'ja') =>
      beforeTerms(shown(`${head}services: { "${id}|": }`, language).text)
        .split('\n')
        .at(-1);
    for (const id of ['4.4', '5.2', '5.3', '5.4', '6.2'])
      assert.equal(last(id), 'The sheet describes no other levels for this service.');
    assert.equal(last('4.4', 'ja'), 'このサービスについて、成熟度シートにほかのレベルの記述はありません。');
    assert.equal(last('6.3'), 'The maturity sheet leaves this service out of scope; it is not scored.');
    assert.equal(last('6.3', 'ja'), '成熟度シートで対象外とされているため、採点しません。');
    assert.doesNotMatch(shown(`${head}services: { "1.1|": }`).text, /no other levels/);
  });

  it('ends with the terms it uses and what they mean, each once, without those its notes explain', () => {
    const terms = (id: string, language: 'en' | 'ja') =>
      shown(`${head}services: { "${id}|": }`, language)
        .text.split(/\n(?:Terms|用語)\n/)[1]
        ?.split('\n') ?? [];
    assert.equal(terms('3.1', 'en').filter((line) => line.startsWith('bug bar: The agreed criteria')).length, 1);
    assert.ok(terms('3.1', 'ja').some((line) => line.startsWith('バグバー：')));
    assert.ok(!terms('2.4', 'en').some((line) => line.startsWith('red team')));
    assert.ok(terms('2.4', 'en').some((line) => line.startsWith('reverse engineering: ')));
  });

  it('names the functions behind a reference, and makes no link of what stands behind one', () => {
    const { links } = rendered(hoverOn(`${head}services: { "3.3|": }`)?.markdown ?? '');
    const range = links.find(({ text }) => text === '[3.3.2-4]');
    assert.match(
      range?.title ?? '',
      /^3\.3\.2 Reproduction Test Environment, 3\.3\.3 Reproduction Tools, 3\.3\.4 Vulnerability Storage – FIRST/,
    );
    assert.equal(
      rendered(describeMarkdown('[3.1](http://example.com) sees nothing', { sheet: sheets.en, t: translator('en') }))
        .links.map(({ href }) => href)
        .join(),
      nextFrameworkUrl,
    );
  });

  it('links every reference to 1.1 of the framework, or to 1.0 what is gone there, with the hint that it is superseded', () => {
    const hints = { en: 'superseded by 1.1', ja: '1.1に改訂済み' };
    for (const language of languages) {
      for (const { id, levels } of sheets[language].areas.flatMap((area) => area.services)) {
        const { links } = rendered(hoverOn(`services: { "${id}|": 1 }`, language)?.markdown ?? '');
        const references = levels.flatMap((level) => level?.references ?? []);
        assert.deepEqual(
          [...new Set(links.map(({ text }) => text))].sort(),
          [...new Set(references.map((reference) => `[${reference}]`))].sort(),
          id,
        );
        for (const { text, href, title } of links) {
          const isGone = functionsOf(text.slice(1, -1)).some((at) => successors(language).get(at)?.state === 'gone');
          assert.equal(href, isGone ? frameworkUrl : nextFrameworkUrl, text);
          assert.ok(title?.includes('1.0') && title.includes(hints[language]), title);
        }
      }
    }
  });

  it('comes on the id however it is written, from its first to behind its last character', () => {
    for (const source of ['|"1.1": 2', '"1.1"|: 2', "'1|.1': 2", '1.|1: 2', '|1.1: 2', '? "1.1|"\n  : 2']) {
      assert.match(shown(`services:\n  ${source}\n`).text, /1\.1 Internal stakeholders/, source);
    }
  });
});

describe('the hover on a score or target', () => {
  const both = (source: string, language?: 'ja') => shown(`${head}services:\n  ${source}\n`, language);
  const levels = (source: string) => both(source).text.match(/Level \d/g);

  it('gives that level and what the next one adds, and no more', () => {
    const { text, on } = both('"1.2": |2');
    const service = findService(sheets.en, '1.2');
    assert.equal(on, '2');
    const lines = [
      '1.2 Finder community',
      `Level 2 ${service?.levels[2]?.summary}`,
      service?.levels[2]?.description,
      `Next: Level 3 ${service?.levels[3]?.summary}`,
      service?.levels[3]?.description,
    ];
    assert.equal(beforeTerms(text), lines.join('\n').replace(/\n+(- )?/g, '\n'));
    assert.match(both('"1.2": |2', 'ja').text, /^1\.2 .*\nレベル2 [^]*\n次の段階：\s*レベル3 /);
  });

  it('works in the short and the long form, in blocks and on one line', () => {
    for (const source of [
      '"1.2": 2|',
      '"1.2": { score: |2 }',
      yaml`
        "1.2":
            note: x
            score: 2|`,
    ])
      assert.deepEqual(levels(source), ['Level 2', 'Level 3'], source);
  });

  it('on a target gives the level that reaches it', () => {
    assert.deepEqual(levels('"1.2": { score: 1, target: 2.|5 }'), ['Level 3', 'Level 4']);
    assert.deepEqual(levels('"1.2": { target: |3 }'), ['Level 3', 'Level 4']);
    assert.deepEqual(levels('"4.4": { target: |2.5 }'), ['Level 4', 'Level 5']);
  });

  it('has no next level at the top', () => {
    assert.deepEqual(levels('"1.2": |5'), ['Level 5']);
    assert.deepEqual(levels('"5.2": |4'), ['Level 4']);
  });

  it('says where the sheet describes no such level', () => {
    assert.match(both('"4.4": |2').text, /The sheet does not describe level 2 for 4\.4\.\nNext: Level 4/);
    assert.match(both('"5.2": |5').text, /The sheet does not describe level 5 for 5\.2\.$/);
    assert.match(
      both('"4.4": |0').text,
      /0 Not there yet: the levels the sheet describes for 4\.4 start higher\.\nNext: Level 4/,
    );
  });

  it('is silent on numbers that do not count', () => {
    for (const source of ['"1.2": |7', '"1.2": |2.5', '"9.9": |2', '"1.2": 2\n  1.2: |3', '"1.2": { score: "|2" }'])
      assert.equal(hoverOn(`${head}services:\n  ${source}\n`), undefined, source);
  });
});
