import assert from 'node:assert/strict';
import { addServices } from '../../../../src/assessment/edit/insert-services';
import { removeKey } from '../../../../src/assessment/edit/key-edit';
import { removeService } from '../../../../src/assessment/edit/remove-service';
import { parseAssessment } from '../../../../src/assessment/parse';
import { newAssessment } from '../../../../src/assessment/template';
import { sheet, t, today } from '../../../support/analyse';
import { all, changed } from '../../../support/service-changes';

const areas = ['1', '2', '3', '4'].map((id) => ({ id, title: `Area ${id}` }));

/** The text with empty entries for services, by their ids. */
function withServices(text: string, ...ids: string[]): string | undefined {
  return changed(
    text,
    addServices(
      parseAssessment(text),
      ids.map((id) => ({ id, title: `Title ${id}` })),
      areas,
    ),
  );
}

function without(text: string, id: string, second = false): string | undefined {
  const assessment = parseAssessment(text);
  const entry = second ? assessment.duplicates[0]?.entry : assessment.services.get(id);
  return changed(text, removeService(assessment, entry ?? assert.fail(`no ${id}`)));
}

const dropped = (text: string, key: 'score' | 'excluded') =>
  changed(text, removeKey(parseAssessment(text), '1.1', key));

describe('adding empty services', () => {
  const cases: readonly (readonly [name: string, before: string, ids: string[], after: string | undefined])[] = [
    [
      'puts each in its place',
      'services:\n  "1.2": 1\n  "2.1": 1\n',
      ['1.1', '1.3', '1.4', '2.2'],
      'services:\n  "1.1":   # Title 1.1\n  "1.2": 1\n  "1.3":   # Title 1.3\n  "1.4":   # Title 1.4\n  "2.1": 1\n  "2.2":   # Title 2.2\n',
    ],
    [
      'puts each below the heading of its area',
      'services:\n  # 1 A\n\n  # 2 B\n  "2.1": 1\n\n  # 3 C\n',
      ['1.1', '1.2', '2.2', '3.1'],
      'services:\n  # 1 A\n  "1.1":   # Title 1.1\n  "1.2":   # Title 1.2\n\n  # 2 B\n  "2.1": 1\n  "2.2":   # Title 2.2\n\n  # 3 C\n  "3.1":   # Title 3.1\n',
    ],
    [
      'gives a new area its heading, where others have theirs',
      'services:\n    # 1 A\n    "1.1": 1\n\n    # 3 C\n    "3.1": 1\n',
      ['1.2', '2.1', '2.2', '4.1'],
      'services:\n    # 1 A\n    "1.1": 1\n    "1.2":   # Title 1.2\n    # 2 Area 2\n    "2.1":   # Title 2.1\n    "2.2":   # Title 2.2\n\n    # 3 C\n    "3.1": 1\n    # 4 Area 4\n    "4.1":   # Title 4.1\n',
    ],
    [
      'puts an area before the first ahead of its heading',
      'services:\n  # 2 B\n  "2.1": 1\n',
      ['1.1', '1.2'],
      'services:\n  # 1 Area 1\n  "1.1":   # Title 1.1\n  "1.2":   # Title 1.2\n  # 2 B\n  "2.1": 1\n',
    ],
    [
      'gives no heading where the file has none',
      'services:\n  "1.1": 1   # 1 of many\n',
      ['2.1'],
      'services:\n  "1.1": 1   # 1 of many\n  "2.1":   # Title 2.1\n',
    ],
    [
      'starts the services',
      'sheet: x\r\n',
      ['1.1', '1.2'],
      'sheet: x\r\nservices:\r\n  "1.1":   # Title 1.1\r\n  "1.2":   # Title 1.2\r\n',
    ],
    [
      'fills empty services',
      'services: # c\n',
      ['1.1', '1.2'],
      'services: # c\n  "1.1":   # Title 1.1\n  "1.2":   # Title 1.2\n',
    ],
    [
      'takes the place of null',
      'services: ~\n# c\n',
      ['1.1', '1.2'],
      'services:\n  "1.1":   # Title 1.1\n  "1.2":   # Title 1.2\n# c\n',
    ],
    [
      'stays before the end of the document',
      'services:\n    "1.1": 1\n...\n',
      ['1.2', '3.1'],
      'services:\n    "1.1": 1\n    "1.2":   # Title 1.2\n    "3.1":   # Title 3.1\n...\n',
    ],
    ['is not possible in flow maps', 'services: { "1.1": 1 }\n', ['1.2'], undefined],
    ['is not possible over an alias', 'x: &a { "1.1": 1 }\nservices: *a\n', ['1.2'], undefined],
    ['is not possible in a list', 'services: [1]\n', ['1.2'], undefined],
  ];
  for (const [name, before, ids, after] of cases) it(name, () => assert.equal(withServices(before, ...ids), after));

  it('makes a fresh file whole again', () => {
    const fresh = newAssessment({ subject: 'x', target: 2.5, today, sheet, t });
    const bare = fresh.replace(/^ {2}"[\d.]+":.*\n/gm, '');
    assert.equal(parseAssessment(bare).services.size, 0);
    const text = changed(bare, addServices(parseAssessment(bare), all, sheet.areas)) ?? '';
    assert.deepEqual(
      [...parseAssessment(text).services.keys()],
      all.map(({ id }) => id),
    );
    assert.deepEqual(
      text.match(/"[\d.]+"|# \d.*/g),
      fresh.match(/"[\d.]+"|# \d.*/g)?.map((part) => part),
      'below the right headings',
    );
  });
});

describe('removing a service', () => {
  const cases: readonly (readonly [name: string, before: string, after: string])[] = [
    [
      'takes its line, with the comment on it',
      'services:\n  "1.1": 2 # Internal\n  "1.2": 1\n',
      'services:\n  "1.2": 1\n',
    ],
    [
      'takes all its lines',
      'services:\n  "1.1":\n    note: |\n      x\n    plan: [] # c\n  # about 1.2\n  "1.2": 1\n',
      'services:\n  # about 1.2\n  "1.2": 1\n',
    ],
    [
      'leaves an empty key behind the last one',
      'services:\r\n  # 1 A\r\n  "1.1": 2\r\nrules: {}\r\n',
      'services:\r\n  # 1 A\r\nrules: {}\r\n',
    ],
    ['works at the end of the file', 'services:\n  "1.2": 1\n  "1.1": 2', 'services:\n  "1.2": 1\n'],
    [
      'keeps the comments of a flow map over many lines',
      'services: {\n  "1.2": 1, # a\n  "1.1": 2, # b\n}\n',
      'services: {\n  "1.2": 1, # a\n  # b\n}\n',
    ],
    ['works in flow maps', 'services: { "1.1": 2, "1.2": 1 }\n', 'services: { "1.2": 1 }\n'],
    ['works at the end of flow maps', 'services: { "1.2": 1, "1.1": { score: 2 } }\n', 'services: { "1.2": 1 }\n'],
  ];
  for (const [name, before, after] of cases) it(name, () => assert.equal(without(before, '1.1'), after));

  it('takes the second of two', () => {
    assert.equal(
      without('services:\n  "1.1": 2 # a\n  1.1:\n    score: 3 # b\n  "1.2": 1\n', '1.1', true),
      'services:\n  "1.1": 2 # a\n  "1.2": 1\n',
    );
  });

  it('is not possible where it comes from elsewhere', () => {
    assert.equal(without('x: &a { "1.1": 1 }\nservices: *a\n', '1.1'), undefined);
    assert.equal(without('x: &a { "1.1": 1 }\nservices:\n  <<: *a\n  "1.2": 1\n', '1.1'), undefined);
    assert.equal(without('services:\n  "1.1": &a 2\n  "1.2": *a\n', '1.1'), undefined, 'or others come from it');
  });
});

describe('dropping a key of a service', () => {
  const cases: readonly (readonly [
    name: string,
    before: string,
    key: 'score' | 'excluded',
    after: string | undefined,
  ])[] = [
    [
      'takes its line',
      'services:\n  "1.1":\n    score: 2\n    excluded: x\n',
      'score',
      'services:\n  "1.1":\n    excluded: x\n',
    ],
    [
      'takes a block scalar',
      'services:\n  "1.1":\n    excluded: |\n      x\n\n    score: 2\n',
      'excluded',
      'services:\n  "1.1":\n\n    score: 2\n',
    ],
    [
      'leaves the comment behind it',
      'services:\n  "1.1":\n    score: 2   # c\n    excluded: x\n',
      'score',
      'services:\n  "1.1":\n    # c\n    excluded: x\n',
    ],
    [
      'works in flow maps',
      'services:\n  "1.1": { score: 2, excluded: x }\n',
      'excluded',
      'services:\n  "1.1": { score: 2 }\n',
    ],
    ['is not possible where it is not there', 'services:\n  "1.1": { score: 2 }\n', 'excluded', undefined],
    ['is not possible in the short form', 'services:\n  "1.1": 2\n', 'score', undefined],
    [
      'is not possible where it is merged in',
      'services:\n  "1.1":\n    <<: { score: 2 }\n    excluded: x\n',
      'score',
      undefined,
    ],
  ];
  for (const [name, before, key, after] of cases) it(name, () => assert.equal(dropped(before, key), after));
});
