import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { panelMessage, readPanelMessage } from '../../../../src/extension/panel/panel-message';
import { readReconcileMessage, reconcileMessage } from '../../../../src/extension/panel/reconcile-message';
import { readRollUpMessage, rollUpMessage } from '../../../../src/extension/panel/roll-up-message';
import {
  readSheetMessage,
  readSheetPlace,
  sheetMessage,
  sheetPlace,
} from '../../../../src/extension/panel/sheet-message';

const intent = { uri: 'file:///a.psirt.yaml', service: '1.1' };

/** One message of each kind that a page sends, by who reads it. */
const pages: [name: string, read: (message: unknown) => unknown, messages: Record<string, unknown>[]][] = [
  [
    'the grid',
    readPanelMessage,
    [
      { type: 'ready' },
      { type: 'score', score: 3, ...intent },
      { type: 'score', score: null, ...intent },
      ...['exclude', 'include', 'reveal', 'follow', 'plan', 'propose'].map((type) => ({ type, ...intent })),
      { type: 'evidence', index: 0, ...intent },
      { type: 'renew', index: 0, ...intent },
      { type: 'cite', uris: ['file:///a.md'], ...intent },
      ...['read-trend', 'stop-trend', 'undo', 'redo'].map((type) => ({ type, uri: intent.uri })),
      { type: 'compare', uri: intent.uri, what: 'end' },
      { type: 'record', record: { kind: 'note', text: 'a' }, ...intent },
      { type: 'record', record: { kind: 'target', target: null }, ...intent },
      { type: 'record', record: { kind: 'add', list: 'evidence', values: { link: 'a.md' } }, ...intent },
      { type: 'record', record: { kind: 'add', list: 'plan', values: { action: 'a', due: '2027-01-31' } }, ...intent },
      { type: 'record', record: { kind: 'remove', item: { list: 'plan', index: 0, text: 'a' } }, ...intent },
      { type: 'heading', uri: intent.uri, record: { key: 'assessed', value: '2026-11-27' } },
      { type: 'report', uri: intent.uri },
      { type: 'open', uri: intent.uri },
      { type: 'new' },
      { type: 'read' },
      { type: 'read', service: '6.5' },
    ],
  ],
  [
    'assessments side by side',
    readRollUpMessage,
    [
      { type: 'ready' },
      { type: 'read' },
      { type: 'stop' },
      { type: 'open', uri: intent.uri },
      { type: 'open', uri: intent.uri, service: '1.1' },
      { type: 'export', rows: [intent.uri], unscored: ['a/b.psirt.yaml'], isGrouped: true, folded: ['1'] },
    ],
  ],
  [
    'the scores of several assessors',
    readReconcileMessage,
    [
      ...['ready', 'take', 'undo', 'redo', 'start'].map((type) => ({ type })),
      { type: 'choose', service: '1.1', score: 3 },
      { type: 'record', service: '1.1', record: { kind: 'note', text: 'a' } },
      { type: 'open', uri: intent.uri },
      { type: 'open', uri: intent.uri, service: '1.1' },
    ],
  ],
  ['the sheet', readSheetMessage, [{ type: 'ready' }, { type: 'save', layout: 'all' }]],
];

/** What a value may be replaced with: other types, and values of the right type that mean nothing. */
const forgeries: unknown[] = [
  undefined,
  null,
  true,
  -1,
  6,
  0.5,
  NaN,
  Infinity,
  1e308,
  2n ** 70n,
  '',
  '0',
  '9.9',
  '1.1 ',
  '__proto__',
  'constructor',
  'toString',
  [],
  ['a', 1],
  {},
  { toString: 'x' },
  Array.from({ length: 101 }, String),
  'x'.repeat(4097),
  ['x'.repeat(4097)],
  Symbol('x'),
  () => 1,
];
function areAddresses(value: unknown, most: number): boolean {
  return (
    Array.isArray(value) && value.length <= most && value.every((one) => typeof one === 'string' && one.length <= 4096)
  );
}

/** Values that are as good as any where text or a number is asked for. */
const fits = (key: string, original: unknown, value: unknown): boolean =>
  (key === 'uri' && typeof value === 'string' && value.length <= 4096) ||
  (key === 'index' && Number.isSafeInteger(value) && Number(value) >= 0) ||
  (key === 'score' && value === null) ||
  (key === 'uris' && areAddresses(value, 100)) ||
  (['rows', 'unscored'].includes(key) && areAddresses(value, 20_000)) ||
  (key === 'isGrouped' && typeof value === 'boolean') ||
  (key === 'folded' && Array.isArray(value) && value.length === 0) ||
  (key === 'service' && value === undefined) ||
  value === original;

describe('messages of a page', () => {
  for (const [name, read, messages] of pages) {
    it(`are believed as they are sent by ${name}, and as nothing else`, () => {
      for (const message of messages) {
        assert.deepEqual(read(message), message);
        assert.equal(read({ ...message, more: 1 }), undefined, 'a key too many');
        assert.equal(
          read(JSON.parse(`{"__proto__":{"service":"1.1"},${JSON.stringify(message).slice(1)}`)),
          undefined,
          'a key of prototypes',
        );
        assert.equal(read([message]), undefined);
        assert.equal(read(JSON.stringify(message)), undefined);
        for (const [key, original] of Object.entries(message)) {
          for (const value of forgeries) {
            // Without a service nothing is opened at one: these two may leave it out.
            if (
              fits(key, original, value) &&
              !(key === 'service' && !['read', 'open'].includes(String(message['type'])))
            )
              continue;
            assert.equal(
              read({ ...message, [key]: value }),
              undefined,
              `${key} of ${JSON.stringify(message)}: ${String(typeof value)}`,
            );
          }
          const { [key]: _, ...rest } = message;
          if (key !== 'service' || !['read', 'open'].includes(String(message['type'])))
            assert.equal(read(rest), undefined, `${JSON.stringify(message)} without ${key}`);
        }
      }
    });

    it(`may be anything and huge without a failure in ${name}`, () => {
      fc.assert(
        fc.property(fc.anything({ withBigInt: true, withNullPrototype: true, withSparseArray: true }), (value) =>
          assert.doesNotThrow(() => read(value)),
        ),
      );
      for (const value of [
        { type: 'x'.repeat(1_000_000) },
        { type: 'cite', uris: Array.from({ length: 1_000_000 }, () => ''), ...intent },
      ])
        assert.equal(read(value), undefined);
    });
  }

  it('leave the prototype of objects as it was', () => {
    for (const [, read] of pages)
      read(JSON.parse('{"type":"ready","__proto__":{"hacked":1},"constructor":{"prototype":{"hacked":1}}}'));
    assert.equal(({} as Record<string, unknown>)['hacked'], undefined);
  });
});

/** The parts of a JSON Schema whose values may be of any length: texts and lists without a limit. */
function unbounded(schema: unknown, path = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { type, enum: values, const: value, maxLength, maxItems } = schema as Record<string, unknown>;
  const isFixed = values !== undefined || value !== undefined;
  const isEndless = (type === 'string' && !isFixed && !maxLength) || (type === 'array' && !maxItems);
  return [
    ...(isEndless ? [path] : []),
    ...Object.entries(schema).flatMap(([key, part]) => unbounded(part, `${path}/${key}`)),
  ];
}

describe('the parts of a message', () => {
  for (const [name, schema] of Object.entries({
    panelMessage,
    reconcileMessage,
    rollUpMessage,
    sheetMessage,
    sheetPlace,
  })) {
    it(`are no longer than a limit: ${name}`, () => {
      assert.deepEqual(unbounded(z.toJSONSchema(schema)), []);
    });
  }

  it('may name what is changed by a text as long as a file', () => {
    const item = (length: number) => ({ list: 'plan', index: 0, text: 'x'.repeat(length) });
    const remove = (length: number) =>
      readPanelMessage({ type: 'record', record: { kind: 'remove', item: item(length) }, ...intent });
    assert.ok(remove(1_000_000));
    assert.equal(remove(1_000_001), undefined);
  });
});

describe('what the command for the sheet is given', () => {
  it('is a place of the sheet, or nothing', () => {
    assert.deepEqual(readSheetPlace({ service: '1.1', level: 3 }), { service: '1.1', level: 3 });
    for (const given of [
      undefined,
      null,
      '1.1',
      { service: '9.9' },
      { service: '__proto__' },
      { service: '1.1', level: 6 },
      { service: '1.1', level: '3' },
      [],
      1,
    ])
      assert.equal(readSheetPlace(given), undefined);
  });
});
