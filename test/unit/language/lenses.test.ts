import assert from 'node:assert/strict';
import { lensesOf } from '../../../src/language/lenses';
import type { Language } from '../../../src/messages/messages';
import { examples } from '../../support/analyse';
import { contextOf, head, sliceOf } from '../../support/feature-context';
import { yaml } from '../../support/yaml';

/** What stands below each lens, and what the lens says. */
function lenses(text: string, language?: Language, stale = false): string[][] {
  const context = contextOf(text, language);
  return lensesOf(context, stale).map(({ span, title }) => [sliceOf(context, span), title]);
}

describe('lenses', () => {
  const text = yaml`
    ${head}areas: { "1": { target: 3 } }
    services:
      # 1 Stakeholders
      "1.1": 2
      "1.2": { excluded: x }

      "2.1": 3 # c
  `;

  it('give the figures of the file, and of each area above its heading or its first service', () => {
    assert.deepEqual(lenses(text), [
      ['services', 'Average 2.50 over 2 of 26; 1 excluded · target 2.5 · 1 below target'],
      ['# 1 Stakeholders', 'Average 2.00 over 1 of 6; 1 excluded · target 3 · 1 below target'],
      ['"2.1"', 'Average 3.00 over 1 of 5 · target 2.5 · none below target'],
    ]);
    assert.deepEqual(
      lenses(text, 'ja').map(([, title]) => title),
      [
        '平均2.50（26件中2件を採点、1件を除外）・目標2.5・目標未達1件',
        '平均2.00（6件中1件を採点、1件を除外）・目標3・目標未達1件',
        '平均3.00（5件中1件を採点）・目標2.5・目標未達なし',
      ],
    );
  });

  it('say so where nothing is scored, or nothing is left to score', () => {
    const titles = (services: string) => lenses(`${head}services:\n${services}`).map(([, title]) => title);
    assert.deepEqual(titles('  "4.1":\n'), [
      'Nothing scored yet (27 services) · target 2.5',
      'Nothing scored yet (4 services) · target 2.5',
    ]);
    assert.equal(
      titles([1, 2, 3].map((n) => `  "3.${n}": { excluded: x }\n`).join(''))[1],
      'Nothing to score: 3 services excluded',
    );
    assert.deepEqual(titles(''), ['Nothing scored yet (27 services) · target 2.5']);
    assert.deepEqual(lenses(head), []);
    assert.deepEqual(lenses(''), []);
  });

  it('take as heading only the comment that names the area, across other comments and blank lines', () => {
    const below = (between: string) =>
      lenses(yaml`
        ${head}services:
          "1.1": 2
        ${between}  "2.1": 3
      `)[2]?.[0];
    assert.equal(below('\n  # 2 Discovery\n\n  # see below\n'), '# 2 Discovery');
    assert.equal(below('  #2\n'), '#2');
    assert.equal(below('  ## Area 2: Discovery  \n'), '## Area 2: Discovery');
    assert.equal(below('  # サービスエリア2\n'), '# サービスエリア2');
    for (const other of ['# 3 Triage', '# 2.1 Intake', '# 2027 figures', '# see 2', ''])
      assert.equal(below(`  ${other}\n`), '"2.1"', other);
    const note = lenses(yaml`
      ${head}services:
        "1.1":
          note: |
            x
            # 2 no heading
        "2.1": 3
    `);
    assert.equal(note[2]?.[0], '"2.1"');
  });

  it('stand once above an area that the file takes up again', () => {
    assert.deepEqual(
      lenses(yaml`
        ${head}services:
          "1.1": 2
          "2.1": 3
          "1.2": 4
      `).map(([at]) => at),
      ['services', '"1.1"', '"2.1"'],
    );
  });

  it('do not crowd a line: of services on one line only the overall figures are given', () => {
    assert.deepEqual(
      lenses('services: { "1.1": 2, "2.1": 3 }\n').map(([at]) => at),
      ['services'],
    );
    assert.deepEqual(
      lenses(yaml`
        services: {
          "1.1": 2, "2.1": 3,
          "3.1": 1
        }
      `).map(([at]) => at),
      ['services', '"1.1"', '"3.1"'],
    );
  });

  it('say when the figures are those of an earlier text', () => {
    assert.match(lenses(text, 'en', true)[0]?.[1] ?? '', /^Before the error in the file: Average 2\.50/);
    assert.match(lenses(text, 'ja', true)[0]?.[1] ?? '', /^エラー前の値：平均2\.50/);
  });

  it('stand above all headings of the examples', () => {
    const found = lenses(examples.get('edge-router.psirt.yaml') ?? '').map(([at]) => at?.slice(0, 4));
    assert.deepEqual(found, ['serv', '# 1 ', '# 2 ', '# 3 ', '# 4 ', '# 5 ', '# 6 ']);
  });
});
