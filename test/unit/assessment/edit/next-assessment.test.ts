import assert from 'node:assert/strict';
import { nextFileName, slugOf, withEnding } from '../../../../src/assessment/file-name';
import { renewDate } from '../../../../src/assessment/edit/next-assessment';
import { parseAssessment } from '../../../../src/assessment/parse';
import { newAssessment } from '../../../../src/assessment/template';
import { serviceIds } from '../../../../src/sheet/sheet';
import { afterPlan, analyse, errorsOf, examples, sheet, t, today } from '../../../support/analyse';
import { yaml } from '../../../support/yaml';

function renewed(text: string): string {
  return afterPlan(text, renewDate(parseAssessment(text), '2026-11-23'));
}

describe('the next assessment', () => {
  it('is the last one with another date, byte for byte', () => {
    for (const [name, text] of examples)
      assert.equal(renewed(text), text.replace(/^assessed: \S+/m, 'assessed: 2026-11-23'), name);
  });

  const samples: readonly (readonly [name: string, before: string, after: string])[] = [
    ['keeps quotes and comments', 'assessed: "2025-11-01"  # by us\n', 'assessed: "2026-11-23"  # by us\n'],
    [
      'keeps line endings and the byte order mark',
      '\ufeffassessed: 2025-11-01\r\nservices:\r\n',
      '\ufeffassessed: 2026-11-23\r\nservices:\r\n',
    ],
    ['replaces what is no date', 'assessed: last year\n', 'assessed: 2026-11-23\n'],
    ['fills in an empty date', 'assessed:\nservices:\n', 'assessed: 2026-11-23\nservices:\n'],
    [
      'keeps the date of another map',
      yaml`
        services:
          "1.1": &a 2
        assessed: &d 2025-11-01
      `,
      yaml`
        services:
          "1.1": &a 2
        assessed: &d 2026-11-23
      `,
    ],
    [
      'adds a date below the subject',
      yaml`
        sheet: psirt-maturity@1.0
        subject: A   # a
        services:
      `,
      yaml`
        sheet: psirt-maturity@1.0
        subject: A   # a
        assessed: 2026-11-23
        services:
      `,
    ],
    [
      'adds a date at the top',
      yaml`
        # a
        services:
          "1.1": 2
      `,
      yaml`
        # a
        assessed: 2026-11-23
        services:
          "1.1": 2
      `,
    ],
    [
      'adds a date to a flow map',
      '{ subject: A, services: { "1.1": 2 } }\n',
      '{ subject: A, assessed: 2026-11-23, services: { "1.1": 2 } }\n',
    ],
    ['leaves the same date', 'assessed: 2026-11-23\n', 'assessed: 2026-11-23\n'],
    ['refuses a file that cannot be read', 'services: [\n', 'edit.broken'],
    ['refuses where there is nowhere to put it', '- a\n', 'edit.by-hand'],
    ['refuses to change what an alias repeats', 'assessed: &d 2025-11-01\nsubject: *d\n', 'edit.by-hand'],
    ['refuses a list in place of the date', 'assessed: [a]\n', 'edit.by-hand'],
  ];
  for (const [name, before, after] of samples) it(name, () => assert.equal(renewed(before), after));

  it('has the date in its name, in place of an older one', () => {
    assert.equal(nextFileName('router.psirt.yaml', '2026-11-23'), 'router.2026-11-23.psirt.yaml');
    assert.equal(nextFileName('router.2025-11-01.psirt.yml', '2026-11-23'), 'router.2026-11-23.psirt.yml');
    assert.equal(nextFileName('ルーター.PSIRT.YAML', '2026-11-23'), 'ルーター.2026-11-23.PSIRT.YAML');
  });
});

describe('the name of a new assessment', () => {
  it('comes from the subject, in any script', () => {
    assert.equal(slugOf('Edge router firmware'), 'edge-router-firmware');
    assert.equal(slugOf('  SG-10 / v2.1 (EU) '), 'sg-10-v2-1-eu');
    assert.equal(slugOf('エッジルーター　第２版'), 'エッジルーター-第2版');
    assert.equal(slugOf('Café naïve'), 'café-naïve');
  });

  it('is one a file can have', () => {
    assert.equal(slugOf('???'), 'assessment');
    assert.equal(slugOf('..'), 'assessment');
    assert.equal(slugOf('CON'), 'assessment-con');
    assert.ok(slugOf('a'.repeat(300)).length <= 60);
  });

  it('gets the ending of an assessment', () => {
    assert.equal(withEnding('a'), 'a.psirt.yaml');
    assert.equal(withEnding('a.yaml'), 'a.psirt.yaml');
    assert.equal(withEnding('a.psirt'), 'a.psirt.yaml');
    assert.equal(withEnding('x/a.psirt.yml'), 'x/a.psirt.yml');
    assert.equal(withEnding('a.yml'), 'a.psirt.yml');
    assert.equal(withEnding('a.YAML'), 'a.psirt.yaml');
    assert.equal(withEnding('a v1.2'), 'a v1.2.psirt.yaml');
  });
});

describe('a new assessment with areas left out', () => {
  it('excludes their services with the reason, and leaves the others to be scored', () => {
    const reason = 'No: such "thing" #1';
    const text = newAssessment({ subject: 'A', target: 3, today, sheet, t, without: { areas: ['2', '6'], reason } });
    const analysis = analyse(text);
    assert.deepEqual(errorsOf(analysis), []);
    const { services } = analysis.assessment;
    for (const id of serviceIds.filter((other) => other !== '6.3')) {
      assert.equal(services.get(id)?.excluded?.value, /^[26]/.test(id) ? reason : undefined, id);
    }
    assert.match(text, /\n {2}"2\.1": {6}# .+\n {4}excluded: "No: such/);
  });
});
