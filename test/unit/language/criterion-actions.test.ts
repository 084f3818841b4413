import assert from 'node:assert/strict';
import { parseAssessment } from '../../../src/assessment/parse';
import { applyEdits } from '../../../src/assessment/yaml/text-edit';
import { citationEdits, Moves } from '../../../src/language/citation-edits';
import { typedCitationAt } from '../../../src/language/citation-completion';
import { citationsOf } from '../../../src/language/citations';
import { criteriaOf, criterionText } from '../../../src/sheet/criteria';
import { findService } from '../../../src/sheet/sheet';
import { translator } from '../../../src/messages/catalogues';
import { filesAt } from '../../support/files-at';
import { sheets } from '../../support/problems';
import { actionsOf } from '../../support/code-actions';
import { chosen, completionsOn, cursor, offered, shown } from '../../support/at-cursor';
import { languages } from '../../../src/messages/messages';
import { yaml } from '../../support/yaml';

const long = (lines: string) => yaml`
  services:
    "2.1":
      criteria:
  ${lines}`;
const service = (language: 'en' | 'ja') => findService(sheets[language], '2.1') ?? assert.fail();
const labels = (language: 'en' | 'ja') =>
  criteriaOf(service(language)).map((one) => `${one.id} ${criterionText(one, translator(language))}`);

describe('criteria in a file', () => {
  it('are read in both forms, each with its place', () => {
    const text = long(`      2a: met
      "2b": { state: partly, evidence: [docs/a.md], note: Seen }
      3a: unmet # c
      3b:
      3c: maybe
      9z: not-applicable
`);
    const answers = parseAssessment(text).services.get('2.1')?.criteria ?? assert.fail();
    assert.deepEqual(
      [...answers.values()].map(({ id, state }) => [id, state?.value]),
      [
        ['2a', 'met'],
        ['2b', 'partly'],
        ['3a', 'unmet'],
        ['3b', undefined],
        ['3c', undefined],
        ['9z', 'not-applicable'],
      ],
    );
    const second = answers.get('2b') ?? assert.fail();
    assert.equal(text.slice(second.key.start, second.key.end), '"2b"');
    assert.equal(text.slice(second.state?.span.start, second.state?.span.end), 'partly');
    assert.equal(second.evidence[0]?.link.value, 'docs/a.md');
    assert.equal(second.note?.value, 'Seen');
  });

  it('count once where an id is given twice: the first time, and say so', () => {
    const { services, issues } = parseAssessment(long('      2a: met\n      2a: unmet\n'));
    assert.equal(services.get('2.1')?.criteria.get('2a')?.state?.value, 'met');
    assert.deepEqual(
      issues.map(({ key }) => key),
      ['shape.repeated-key'],
    );
  });
});

describe('completion of criteria', () => {
  it('offers those of the service that are not answered yet, with their texts', () => {
    for (const language of languages) {
      assert.deepEqual(offered(long('      |\n'), language), labels(language));
      const rest = labels(language).filter((label) => !label.startsWith('2a '));
      assert.deepEqual(offered(long('      2a: met\n      |\n'), language), rest);
    }
    assert.deepEqual(
      offered(long('      2|\n')),
      labels('en').filter((label) => label.startsWith('2')),
    );
    assert.deepEqual(
      offered(yaml`
        services:
          "9.9":
            criteria:
              |
      `),
      [],
    );
  });

  it('inserts the id, and goes on with the states', () => {
    const [label = ''] = labels('en');
    assert.equal(chosen(long('      |\n'), label), long('      0a: |\n'));
    assert.equal(chosen(long('      |: met\n'), label), long('      0a|: met\n'));
    assert.ok(completionsOn(long('      |\n')).every(({ continues }) => continues));
    const states = ['met', 'partly', 'unmet', 'not-applicable'];
    assert.deepEqual(offered(long('      2a: |\n')), states);
    assert.deepEqual(offered(long('      2a: { state: | }\n')), states);
    assert.deepEqual(offered(long('      2a:\n        |\n')), ['state', 'evidence', 'note']);
  });
});

describe('the hover on a criterion', () => {
  const [first] = service('en').levels[3]?.criteria ?? [];

  it('says what it asks, of which level, what it cites and what it is answered with', () => {
    for (const at of ['|3a: met', '3a: m|et', '3a: { state: me|t }', '3|a: { state: met }']) {
      const { text } = shown(long(`      ${at}\n`));
      const [name, asks, answer, cited] = text.split('\n');
      assert.match(name ?? '', /^2\.1 /);
      assert.equal(asks, `3a ${first?.text}`);
      assert.equal(answer, 'met');
      assert.equal(cited, first?.references.map((reference) => `[${reference}]`).join(' '));
      assert.match(text, /\nLevel 3/);
    }
  });

  it('reads what is missing as such', () => {
    const { text } = shown(long('      |0a: met\n'), 'ja');
    assert.match(text, /\n0a 不足している点：.*\n当てはまる\n/);
  });

  it('is silent on ids the sheet does not have, and on notes', () => {
    assert.equal(shown(long('      |9z: met\n')).text, '');
    assert.equal(shown(long('      2a: { note: m|et }\n')).text, '');
  });
});

describe('actions on criteria', () => {
  const titles = (source: string) => {
    const { text, offset } = cursor(source);
    const found = actionsOf(text, { span: { start: offset, end: offset } });
    return found.filter(({ kind }) => kind === 'refactor.rewrite.psirt.criteria').map(({ title }) => title);
  };

  it('add those of the level scored, of the next one, or all', () => {
    assert.deepEqual(titles('services:\n  "2.1|": 2\n'), [
      'Add the criteria of level 2 of 2.1',
      'Add the criteria of level 3 of 2.1',
      'Add all criteria of 2.1',
    ]);
    assert.deepEqual(titles('services:\n  "2.1|":\n'), ['Add all criteria of 2.1']);
    assert.deepEqual(titles('services:\n  "6.3|":\n'), []);
    assert.deepEqual(titles('services: {\n  "2.1|": 2\n'), []);
  });

  it('answer the one at the cursor otherwise', () => {
    const found = titles(long('      2a: me|t\n'));
    assert.deepEqual(found.slice(0, 3), ['Answer 2a: partly met', 'Answer 2a: not met', 'Answer 2a: not applicable']);
    assert.match(titles(long('      0|a:\n'))[0] ?? '', /^Answer 0a: applies$/);
  });
});

describe('evidence of a criterion', () => {
  const text = long(
    yaml`
            2a: { state: met, evidence: [docs/a.md] }
            2b:
              evidence:
                - link: docs/a.md#b
    `,
  );

  it('is a citation like any other', () => {
    assert.deepEqual(
      citationsOf(parseAssessment(text)).map(({ service: id, link }) => [id, link]),
      [
        ['2.1', 'docs/a.md'],
        ['2.1', 'docs/a.md#b'],
      ],
    );
  });

  it('is completed', () => {
    const at = cursor(text.replace('docs/a.md]', 'docs/|]'));
    assert.deepEqual(typedCitationAt(at.text, at.offset)?.wanted, { folder: 'docs/' });
  });

  it('follows a document that moves', async () => {
    const before = { file: '/repo/a.psirt.yaml', root: '/repo' };
    const moves = new Moves([['/repo/docs/a.md', '/repo/docs/new.md']]);
    const edits = await citationEdits(parseAssessment(text), {
      before,
      after: before,
      moves,
      files: filesAt(['/repo/docs/a.md']),
    });
    assert.equal(applyEdits(text, edits), text.replaceAll('docs/a.md', 'docs/new.md'));
  });
});
