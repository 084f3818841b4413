import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  planHeadingRecord,
  planServiceRecord,
  type HeadingRecord,
  type ServiceRecord,
} from '../../../../src/assessment/edit/recording';
import { parseAssessment } from '../../../../src/assessment/parse';
import { commentsOf } from '../../../../src/assessment/yaml/comments';
import { applyEdits } from '../../../../src/assessment/yaml/text-edit';
import { yaml } from '../../../support/yaml';

const text = `# Head
sheet: psirt-maturity@1.0
subject: Router   # what
assessors:
  - Office
services:
  # 1 Stakeholders
  "1.1": 2   # short
  "1.2":
    score: 3
    evidence:
      - docs/charter.md#roles   # here
      - link: https://example.com/a
        collected: 2026-01-01
    note: |
      First line.
      Second.
    plan:
      - { action: Publish, due: 2027-01-31 }
      - action: Train
        owner: HR
  "1.3": { score: 1, plan: [{ action: Ask }] }
`;

function recorded(record: ServiceRecord, service = '1.2', from = text): string {
  const plan = planServiceRecord(parseAssessment(from), service, record);
  return 'refused' in plan ? plan.refused.key : applyEdits(from, plan.edits);
}

function headed(record: HeadingRecord, from = text): string {
  const plan = planHeadingRecord(parseAssessment(from), record);
  return 'refused' in plan ? plan.refused.key : applyEdits(from, plan.edits);
}

function set(list: 'evidence' | 'plan', index: number, item: string, key: string, value: string): ServiceRecord {
  return { kind: 'set', item: { list, index, text: item }, key, value };
}

describe('recording at a service', () => {
  it('gives a piece of evidence its days, whatever form it has', () => {
    assert.equal(
      recorded(set('evidence', 0, 'docs/charter.md#roles', 'expires', '2027-05-01')),
      text.replace('docs/charter.md#roles ', '{ link: docs/charter.md#roles, expires: 2027-05-01 } '),
    );
    assert.equal(
      recorded(set('evidence', 1, 'https://example.com/a', 'expires', '2027-05-01')),
      text.replace('collected: 2026-01-01\n', 'collected: 2026-01-01\n        expires: 2027-05-01\n'),
    );
    assert.equal(
      recorded(set('evidence', 1, 'https://example.com/a', 'collected', '')),
      text.replace('        collected: 2026-01-01\n', ''),
    );
  });

  it('changes, completes and reopens actions', () => {
    assert.equal(recorded(set('plan', 1, 'Train', 'owner', 'Office')), text.replace('owner: HR', 'owner: Office'));
    const done = recorded(set('plan', 0, 'Publish', 'done', '2026-11-27'));
    assert.equal(done, text.replace('due: 2027-01-31 }', 'due: 2027-01-31, done: 2026-11-27 }'));
    assert.equal(recorded(set('plan', 0, 'Publish', 'done', ''), '1.2', done), text);
    assert.equal(recorded(set('plan', 0, 'Ask', 'action', 'Ask: who?'), '1.3'), text.replace('Ask', '"Ask: who?"'));
  });

  it('adds evidence and actions to any service, also to one that is not in the file', () => {
    assert.match(
      recorded({ kind: 'add', list: 'evidence', values: { link: 'https://example.com/b' } }),
      /collected: 2026-01-01\n {6}- https:\/\/example\.com\/b\n/,
    );
    assert.match(
      recorded({ kind: 'add', list: 'plan', values: { action: 'Go', owner: 'Me' } }, '1.1'),
      /"1\.1": +# short\n {4}score: 2\n {4}plan:\n {6}- action: Go\n {8}owner: Me\n/,
    );
    assert.match(
      recorded({ kind: 'add', list: 'plan', values: { action: 'Go' } }, '2.1'),
      /"2\.1":\n {4}plan:\n {6}- action: Go\n/,
    );
    assert.match(recorded({ kind: 'add', list: 'plan', values: { action: 'Go' } }, '1.3'), /Ask }, { action: Go }]/);
  });

  it('finds an item that has moved meanwhile, and touches none in its place when it is gone', () => {
    const removed = recorded({ kind: 'remove', item: { list: 'plan', index: 0, text: 'Train' } });
    assert.equal(removed, text.replace('      - action: Train\n        owner: HR\n', ''));
    assert.equal(recorded({ kind: 'remove', item: { list: 'plan', index: 0, text: 'Gone' } }), 'edit.by-hand');
  });

  it('takes the list away with its last item', () => {
    assert.equal(
      recorded({ kind: 'remove', item: { list: 'plan', index: 0, text: 'Ask' } }, '1.3'),
      text.replace(', plan: [{ action: Ask }]', ''),
    );
  });

  it('writes, changes and takes away notes and targets', () => {
    assert.equal(recorded({ kind: 'note', text: 'First line.\nSecond.\n' }), text);
    assert.equal(
      recorded({ kind: 'note', text: 'New.\nTwo.' }),
      text.replace('First line.', 'New.').replace('Second.', 'Two.'),
    );
    assert.doesNotMatch(recorded({ kind: 'note', text: '' }), /note:/);
    assert.match(recorded({ kind: 'target', target: 3 }, '1.1'), /score: 2\n {4}target: 3\n/);
    assert.equal(recorded({ kind: 'target', target: null }), text);
  });

  it('keeps everything else as it was, whatever is typed', () => {
    const word = fc
      .string({ unit: 'grapheme', maxLength: 30 })
      .map((one) => one.replace(/[\r\n\u0085\u2028\u2029]/g, ' ').trim());
    const values = fc.record({ action: word.filter(Boolean), owner: word.filter(Boolean) });
    fc.assert(
      fc.property(values, fc.constantFrom('1.1', '1.2', '1.3', '2.1'), (action, service) => {
        const after = recorded({ kind: 'add', list: 'plan', values: action }, service);
        // What YAML cannot hold is refused; nothing is ever written by halves.
        if (after === 'edit.by-hand') return;
        const parsed = parseAssessment(after);
        const plan = parsed.services.get(service)?.plan ?? [];
        assert.equal(plan.at(-1)?.action.value, action.action);
        assert.equal(plan.at(-1)?.owner?.value, action.owner);
        assert.deepEqual(commentsOf(after), commentsOf(text));
        const removed = recorded(
          { kind: 'remove', item: { list: 'plan', index: plan.length - 1, text: action.action } },
          service,
          after,
        );
        assert.deepEqual(commentsOf(removed), commentsOf(text));
        assert.equal(parseAssessment(removed).services.get(service)?.plan.length ?? 0, plan.length - 1);
      }),
      { numRuns: 200 },
    );
  });

  it('refuses aliases, duplicates and files that cannot be read', () => {
    const shared = yaml`
      services:
        "1.1": &a { score: 1 }
        "1.2": *a
    `;
    assert.equal(recorded({ kind: 'note', text: 'x' }, '1.2', shared), 'edit.by-hand');
    assert.equal(
      recorded(
        { kind: 'note', text: 'x' },
        '1.1',
        yaml`
          services:
            "1.1": 1
            "1.1": 2
        `,
      ),
      'edit.duplicate',
    );
    assert.equal(recorded({ kind: 'note', text: 'x' }, '1.1', 'services:\n  "1.\n'), 'edit.broken');
    assert.equal(recorded({ kind: 'note', text: 'x' }, '9.9'), 'edit.unknown-service');
  });
});

describe('recording what a file says of itself', () => {
  it('changes what is there, and keeps the comment behind it', () => {
    assert.equal(headed({ key: 'subject', value: 'Switch' }), text.replace('Router ', 'Switch '));
  });

  it('adds what is missing where it is usually written', () => {
    assert.equal(
      headed({ key: 'assessed', value: '2026-11-27' }),
      text.replace('# what\n', '# what\nassessed: 2026-11-27\n'),
    );
    assert.equal(headed({ key: 'target', value: 3 }), text.replace('  - Office\n', '  - Office\ntarget: 3\n'));
    assert.equal(
      headed({ key: 'subject', value: 'A' }, 'services:\n  "1.1": 1\n'),
      yaml`
        subject: A
        services:
          "1.1": 1
      `,
    );
  });

  it('writes a list of names in brackets', () => {
    assert.equal(
      headed({ key: 'assessors', value: ['Office', 'Quality, east'] }),
      text.replace('assessors:\n  - Office\n', 'assessors: [Office, "Quality, east"]\n'),
    );
    assert.equal(headed({ key: 'assessors', value: null }), text.replace('assessors:\n  - Office\n', ''));
  });
});
