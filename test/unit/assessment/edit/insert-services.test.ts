import assert from 'node:assert/strict';
import { addServices } from '../../../../src/assessment/edit/insert-services';
import { parseAssessment } from '../../../../src/assessment/parse';
import { newAssessment } from '../../../../src/assessment/template';
import { sheet, t, today } from '../../../support/analyse';
import { all, changed } from '../../../support/service-changes';
import { yaml } from '../../../support/yaml';

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

describe('adding empty services', () => {
  const cases: readonly (readonly [name: string, before: string, ids: string[], after: string | undefined])[] = [
    [
      'puts each in its place',
      yaml`
        services:
          "1.2": 1
          "2.1": 1
      `,
      ['1.1', '1.3', '1.4', '2.2'],
      yaml`
        services:
          "1.1":   # Title 1.1
          "1.2": 1
          "1.3":   # Title 1.3
          "1.4":   # Title 1.4
          "2.1": 1
          "2.2":   # Title 2.2
      `,
    ],
    [
      'puts each below the heading of its area',
      yaml`
        services:
          # 1 A

          # 2 B
          "2.1": 1

          # 3 C
      `,
      ['1.1', '1.2', '2.2', '3.1'],
      yaml`
        services:
          # 1 A
          "1.1":   # Title 1.1
          "1.2":   # Title 1.2

          # 2 B
          "2.1": 1
          "2.2":   # Title 2.2

          # 3 C
          "3.1":   # Title 3.1
      `,
    ],
    [
      'gives a new area its heading, where others have theirs',
      yaml`
        services:
            # 1 A
            "1.1": 1

            # 3 C
            "3.1": 1
      `,
      ['1.2', '2.1', '2.2', '4.1'],
      yaml`
        services:
            # 1 A
            "1.1": 1
            "1.2":   # Title 1.2
            # 2 Area 2
            "2.1":   # Title 2.1
            "2.2":   # Title 2.2

            # 3 C
            "3.1": 1
            # 4 Area 4
            "4.1":   # Title 4.1
      `,
    ],
    [
      'puts an area before the first ahead of its heading',
      yaml`
        services:
          # 2 B
          "2.1": 1
      `,
      ['1.1', '1.2'],
      yaml`
        services:
          # 1 Area 1
          "1.1":   # Title 1.1
          "1.2":   # Title 1.2
          # 2 B
          "2.1": 1
      `,
    ],
    [
      'gives no heading where the file has none',
      'services:\n  "1.1": 1   # 1 of many\n',
      ['2.1'],
      yaml`
        services:
          "1.1": 1   # 1 of many
          "2.1":   # Title 2.1
      `,
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
      yaml`
        services: # c
          "1.1":   # Title 1.1
          "1.2":   # Title 1.2
      `,
    ],
    [
      'takes the place of null',
      'services: ~\n# c\n',
      ['1.1', '1.2'],
      yaml`
        services:
          "1.1":   # Title 1.1
          "1.2":   # Title 1.2
        # c
      `,
    ],
    [
      'stays before the end of the document',
      yaml`
        services:
            "1.1": 1
        ...
      `,
      ['1.2', '3.1'],
      yaml`
        services:
            "1.1": 1
            "1.2":   # Title 1.2
            "3.1":   # Title 3.1
        ...
      `,
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
