import assert from 'node:assert/strict';
import en from '../../../l10n/en.json';
import ja from '../../../l10n/ja.json';
import { keysOf } from '../../../src/assessment/keys';
import { ruleIds } from '../../../src/assessment/vocabulary';
import { sheets } from '../../support/problems';
import { hoverOn, rendered, shown } from '../../support/at-cursor';
import { languages } from '../../../src/messages/messages';
import { yaml } from '../../support/yaml';

/** What a text of ours looks like when it is rendered. */
const plain = (markdown: string) => rendered(markdown).text;

describe('the hover on an area', () => {
  it('explains it, with its average and coverage, and names its services', () => {
    const { text, on } = shown(
      yaml`
        areas: { "1|": { target: 3 } }
        services: { "1.1": 2, "1.2": 3, "1.3": { excluded: x } }
      `,
    );
    assert.equal(on, '"1"');
    const [title, summary, average, ...services] = text.split('\n');
    assert.equal(title, 'Area 1 · Stakeholder ecosystem management');
    assert.equal(summary, sheets.en.areas[0]?.summary);
    assert.equal(
      average,
      'Average 2.50 (2 of 6 services scored, 1 excluded) · target 3 · lowest score 2 · 1 below target',
    );
    assert.deepEqual(
      services,
      sheets.en.areas[0]?.services.map(({ id, title }) => `${id} ${title}`),
    );
    assert.match(
      shown('areas: { "1|": }\nservices: { "1.1": 2 }\n', 'ja').text,
      /\n平均2\.00（7サービス中1件を採点）・目標2\.5・最低スコア2・目標未達1件\n/,
    );
  });

  it('has no average where nothing is scored', () => {
    assert.match(shown('areas: { 4|: }\n').text, /\nNothing scored yet · 4 services · target 2\.5\n/);
    assert.match(shown('areas: { 4|: }\n', 'ja').text, /\n未採点（対象4サービス）・目標2\.5\n/);
  });

  it('is silent on areas there are not', () => assert.equal(hoverOn('areas: { "7|": }\n'), undefined));
});

describe('the hover on the sheet’s name', () => {
  it('tells the method, step by step', () => {
    for (const language of languages) {
      const { text, on } = shown('sheet: psirt|-maturity@1.0\n', language);
      assert.equal(on, 'psirt-maturity@1.0');
      assert.deepEqual(text.split('\n').slice(1), sheets[language].method);
    }
  });
});

describe('the hover on a key', () => {
  const places: Record<
    Exclude<keyof typeof keysOf, 'areas' | 'services' | 'rules' | 'criteria'>,
    (key: string) => string
  > = {
    assessment: (key) => `|${key}: x\n`,
    area: (key) => `areas: { "1": { ${key}|: x } }\n`,
    service: (key) => yaml`
      services:
        "1.1":
          |${key}: x
    `,
    signature: (key) => `sign-off:\n  - { ${key}|: x }\n`,
    criterion: (key) => yaml`
      services:
        "1.1":
          criteria:
            2a: { ${key}|: x }
    `,
    citation: (key) => yaml`
      services:
        "1.1":
          evidence:
            - |${key}: x
    `,
    action: (key) => yaml`
      services:
        "1.1":
          plan: [{ ${key}|: x }]
    `,
  };
  for (const [kind, place] of Object.entries(places)) {
    it(`says what each key of a map of the kind “${kind}” is for`, () => {
      for (const key of keysOf[kind as keyof typeof places]) {
        const message = `key.${kind}.${key}` as keyof typeof en;
        assert.deepEqual(shown(place(key)), { text: plain(en[message]), on: key });
        assert.deepEqual(shown(place(key), 'ja'), { text: plain(ja[message]), on: key });
      }
    });
  }
});

describe('the hover on a rule', () => {
  it('says what its page does: what it reports and why, an example, the same mended, and how to switch it off', () => {
    for (const language of languages) {
      const texts = { en, ja }[language];
      for (const rule of ruleIds) {
        const { text, on } = shown(`rules:\n  ${rule}|: off\n`, language);
        assert.equal(on, rule);
        const [what, why] = text.split('\n');
        assert.deepEqual([what, why], [plain(texts[`key.rules.${rule}`]), plain(texts[`rules.why.${rule}`])]);
        const mended = text.indexOf(texts['rules.mended']);
        assert.ok(text.indexOf(texts['rules.fails']) < mended, rule);
        assert.ok(text.slice(mended).includes(`${rule}: off`), rule);
      }
    }
  });

  it('is silent on rules there are not', () => assert.equal(hoverOn('rules:\n  no-su|ch-rule: off\n'), undefined));
});

describe('no hover', () => {
  const cases: [string, string][] = [
    ['on a comment', '# 1.|1 about\nservices: { "1.1": 2 }\n'],
    ['on a comment behind a service', 'services:\n  "1.1": 2  # 1.|2\n'],
    ['between key and value', 'services:\n  "1.1": |   2\n'],
    [
      'on a blank line',
      yaml`
        services:
          "1.1": 2
        |
          "1.2": 2
      `,
    ],
    ['on the subject', 'subject: 1.|1\n'],
    [
      'in a note',
      yaml`
        services:
          "1.1":
            note: sco|re 1.1
      `,
    ],
    ['on the reason of an exclusion', 'services: { "1.1": { excluded: no|ne } }\n'],
    ['on evidence', 'services: { "1.1": { evidence: [1.|1] } }\n'],
    ['on an unknown service', 'services: { "9.|9": 2 }\n'],
    ['on an unknown key', 'services: { "1.1": { scr|oe: 2 } }\n'],
    ['on keys that objects have by nature', 'constructor|: 1\n'],
    ['on a service’s id elsewhere', 'subject:\n  "1.1|": 2\n'],
    ['in an empty file', '|'],
    ['in a file that is no map', '- 1.|1\n'],
  ];
  for (const [name, source] of cases) it(name, () => assert.equal(hoverOn(source), undefined));
});

describe('what a file says', () => {
  const hostile = [
    '[click](https://evil.example)',
    '[click](command:workbench.action.terminal.new)',
    '![x](https://evil.example/x.png)',
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '<https://evil.example>',
    'https://evil.example',
    'www.evil.example or mail@evil.example',
    '[x][1]\\n\\n[1]: https://evil.example',
    '# heading',
    '\\n\\n# heading\\n\\n- list\\n\\n> quote\\n\\n```\\ncode\\n```',
    '**bold** _it_ ~~gone~~ `code` $(icon) :smile:',
    '&lt;b&gt; &#60;b&#62; &amp;',
    '\\\\[x](https://evil.example) \\\\\\\\',
    '| a | b |\\n| --- | --- |\\n| c | d |',
    '=====\\n-----',
    'a\\u2028b\\u0085c',
    '1. one\\n2. two',
    '{reason} {target} {score|a|b} $& $1',
    '](https://evil.example)',
    '【除外】：「理由」＜b＞',
  ];
  for (const reason of hostile) {
    it(`is shown as it is, not obeyed: ${reason}`, () => {
      for (const language of languages) {
        const source = yaml`
          services:
            "6.5|":
              excluded: "${reason.replaceAll('"', '\\"')}"
        `;
        const evil = rendered(hoverOn(source, language)?.markdown ?? '');
        const good = rendered(hoverOn('services:\n  "6.5|": { excluded: Good }\n', language)?.markdown ?? '');
        const value = (JSON.parse(`"${reason}"`) as string).trim().replace(/[\r\n]+/g, ' ');
        assert.equal(
          evil.text,
          good.text.replace('Good', () => value),
        );
        const tags = (html: string) => html.match(/<\/?[a-z][^>]*>/gi);
        assert.deepEqual(tags(evil.html), tags(good.html));
        assert.deepEqual(evil.links, good.links);
      }
    });
  }

  it('hides nothing and reorders nothing: such characters show as �', () => {
    const source = yaml`
      services:
        "6.5|":
          excluded: "a\u202eb\u200bc\u{e0041}d\\ae"
    `;
    assert.match(rendered(hoverOn(source, 'en')?.markdown ?? '').text, /^Excluded: a\ufffdb\ufffdc\ufffdd\ufffde$/m);
  });
});

describe('the Markdown of hovers', () => {
  it('leaves no mark of its own visible, in either language', () => {
    for (const language of languages) {
      for (const { id } of sheets[language].areas.flatMap((area) => area.services)) {
        for (const value of ['', '0', '3', '{ excluded: x }', '{ excluded: }', '{ score: 2, target: 4 }']) {
          for (const source of [`services: { "${id}|": ${value} }`, `services: { "${id}": |${value} }`]) {
            const hover = hoverOn(source, language);
            if (hover) assert.doesNotMatch(rendered(hover.markdown).text, /\*\*|\\[[\]]|\]\(|^#|^---|\{\w/m, source);
          }
        }
      }
    }
  });
});
