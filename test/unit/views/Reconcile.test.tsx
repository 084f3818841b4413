import assert from 'node:assert/strict';
import { render } from 'preact-render-to-string';
import { parseAssessment } from '../../../src/assessment/parse';
import { translator } from '../../../src/messages/catalogues';
import { languages, type Language } from '../../../src/messages/messages';
import { needsNote, openAgreements, reconciliation } from '../../../src/views/reconciliation';
import { Reconcile } from '../../../src/views/Reconcile';
import { reconcileCommandOf } from '../../../src/webview/reconcile-keys';
import { sheets } from '../../support/problems';
import { yaml } from '../../support/yaml';

const nothing = () => undefined;
const on = { choose: nothing, take: nothing, note: nothing, toggle: nothing, reveal: nothing };
const hostile = '<img src=x onerror=alert(1)> [a](command:x) =1+1 \u202e';

const scoring = (name: string, services: string) => ({
  name,
  assessment: parseAssessment(`services:\n${services}`),
});
const agreed = parseAssessment(yaml`
  services:
    "1.1": 2
    "2.3": { excluded: Ships no parts }
`);
const qa = scoring(
  'QA',
  yaml`
      "1.1": 2
      "1.2": { score: 1, note: ${JSON.stringify(hostile)}, criteria: { 1a: met } }
  `,
);
const pso = scoring(
  'PSO',
  yaml`
      "1.1": 2
      "1.2": 3
      "1.3": 4
      "2.3": 1
  `,
);

function page(scorings: readonly ReturnType<typeof scoring>[], language: Language = 'en', opened: string[] = []) {
  return render(
    <Reconcile
      services={reconciliation(sheets[language], agreed, scorings)}
      names={scorings.map(({ name }) => name)}
      sheet={sheets[language]}
      t={translator(language)}
      on={on}
      opened={new Set(opened)}
      current="1.2"
      readOnly={false}
    />,
  );
}

describe('the scores of several assessors side by side', () => {
  it('are a row for each service that is not excluded, what they differ about first, what nobody scored last', () => {
    const rows = reconciliation(sheets.en, agreed, [qa, pso]);
    assert.deepEqual(
      rows.slice(0, 4).map(({ service, spread, score, common }) => [service, spread, score, common]),
      [
        ['1.2', 2, null, null],
        ['1.1', 0, 2, 2],
        ['1.3', 0, null, null],
        ['1.4', null, null, null],
      ],
    );
    assert.equal(rows.length, 26);
    assert.ok(!rows.some(({ service }) => service === '2.3' || service === '6.3'));
  });

  it('have no difference where nobody scored', () => {
    const row = /<tr class="line" data-service="1.4".*?<\/tr>/s.exec(page([qa, pso]))?.[0] ?? '';
    assert.match(row, /<td class="spread spread-0">–<\/td>/);
    assert.match(row, /spread –/);
  });

  it('ask for a note where they are two or more apart, until there is one', () => {
    const [first] = reconciliation(sheets.en, agreed, [qa, pso]);
    assert.ok(first && needsNote(first));
    assert.ok(!needsNote({ ...first, note: 'The charter counts.' }));
    assert.match(page([qa, pso], 'en', ['1.2']), /how did you come to agree/);
  });

  it('can be taken over where all gave the same and the file does not say so yet', () => {
    const others = [scoring('A', '  "1.1": 3\n  "1.2": 4\n'), scoring('B', '  "1.1": 3\n  "1.2": 4\n')];
    const open = openAgreements(reconciliation(sheets.en, agreed, others));
    assert.deepEqual(
      open.map(({ service, common }) => [service, common]),
      [
        ['1.1', 3],
        ['1.2', 4],
      ],
    );
  });

  for (const language of languages)
    it(`are said in full by the head of each row, of one assessor and of twelve (${language})`, () => {
      const many = Array.from({ length: 12 }, (_, index) => scoring(`A${index}`, `  "1.1": ${index % 6}\n`));
      assert.match(page([qa], language), /aria-label="1\.2 [^"]*QA 1/);
      const html = page(many, language);
      assert.match(html, /aria-label="1\.1 [^"]*A0 0[^"]*A11 5/);
      assert.equal(html.match(/class="assessor"/g)?.length, 12);
      assert.equal(html.match(/tabindex="0"/g)?.length, 1);
    });

  it('show notes of files as text, and nothing else', () => {
    const html = page([qa, pso], 'en', ['1.2']);
    assert.doesNotMatch(html, /<img|href=/);
    assert.match(html, /&lt;img src=x onerror=alert\(1\)>/);
    assert.match(html, /✓ <strong>1a<\/strong>/);
  });

  it('are answered by digits of any width, arrow keys, A and undo', () => {
    const key = (name: string, more: { ctrlKey?: boolean; shiftKey?: boolean } = {}) =>
      reconcileCommandOf({ key: name, ctrlKey: false, metaKey: false, shiftKey: false, ...more });
    assert.deepEqual(key('3'), { kind: 'score', score: 3 });
    assert.deepEqual(key('４'), { kind: 'score', score: 4 });
    assert.equal(key('6'), undefined);
    assert.deepEqual(key('A'), { kind: 'take' });
    assert.deepEqual(key('ArrowDown'), { kind: 'down' });
    assert.deepEqual(key('z', { ctrlKey: true }), { kind: 'undo' });
    assert.deepEqual(key('z', { ctrlKey: true, shiftKey: true }), { kind: 'redo' });
    assert.equal(key('a', { ctrlKey: true }), undefined);
    assert.equal(key('constructor'), undefined);
  });
});
