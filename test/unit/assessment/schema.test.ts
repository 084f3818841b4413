import assert from 'node:assert/strict';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';
import { getLanguageService } from 'yaml-language-server/out/server/src/languageservice/yamlLanguageService.js';
import { SettingsState } from 'yaml-language-server/out/server/src/yamlSettings.js';
import { keysOf } from '../../../src/assessment/model';
import { parseAssessment } from '../../../src/assessment/parse';
import { assessmentSchema } from '../../../src/assessment/schema';
import { translator } from '../../../src/messages/catalogues';
import { findService, serviceIds } from '../../../src/sheet/sheet';
import { sheets } from '../../support/problems';
import { cursorIn, examples, sheet, t } from '../../support/analyse';

const schemas = { en: assessmentSchema(sheet, t), ja: assessmentSchema(sheets.ja, translator('ja')) };

/** Red Hat's YAML server as their extension starts it, with our schema for our files. */
function yamlServer() {
  const service = getLanguageService({
    schemaRequestService: (uri: string) => Promise.reject(new Error(`nothing is fetched, not even ${uri}`)),
    workspaceContext: { resolveRelativePath: (path: string) => path },
    yamlSettings: new SettingsState(),
    clientCapabilities: {
      textDocument: {
        completion: { completionItem: { documentationFormat: ['markdown'], snippetSupport: true } },
        hover: { contentFormat: ['markdown'] },
      },
    },
  });
  // The server writes into the schema it is given.
  service.configure({
    validate: true,
    hover: true,
    completion: true,
    schemas: [{ uri: 'file:///psirt.schema.json', fileMatch: ['*.psirt.yaml'], schema: structuredClone(schemas.en) }],
  });
  let version = 0;
  const open = (text: string) => TextDocument.create('file:///sample.psirt.yaml', 'yaml', version++, text);
  const at = (sample: string) => {
    const { text, offset } = cursorIn(sample);
    const document = open(text);
    return [document, document.positionAt(offset)] as const;
  };
  return {
    problems: async (text: string) => {
      const document = open(text);
      const found = await service.doValidation(document, false);
      return found.map(({ range }) => document.getText(range));
    },
    complete: async (sample: string) => {
      const [document, position] = at(sample);
      return (await service.doComplete(document, position, false)).items;
    },
    hover: async (sample: string) => {
      const [document, position] = at(sample);
      const contents = (await service.doHover(document, position))?.contents as { value: string } | undefined;
      // It escapes what Markdown could take for markup.
      return contents?.value.replace(/\\(?=[^\w\s])/g, '') ?? '';
    },
  };
}

describe('the JSON Schema', () => {
  for (const [language, schema] of Object.entries(schemas)) {
    it(`is valid draft-07 (${language})`, () => {
      const ajv = new Ajv({ strict: false });
      assert.equal(ajv.validateSchema(schema), true, JSON.stringify(ajv.errors));
      assert.equal(schema['$schema'], 'http://json-schema.org/draft-07/schema#');
    });

    it(`accepts the examples, refuses what the model refuses (${language})`, () => {
      const check = addFormats(new Ajv({ strict: false })).compile(schema);
      for (const [name, text] of examples)
        assert.equal(check(parse(text)), true, `${name}: ${JSON.stringify(check.errors)}`);
      const accepted = [
        'services: { "1.1": 0 }',
        'services: { "1.1": }',
        'services: { "1.1": { score: } }',
        'services:',
        'services: { "1.1": { excluded: true } }',
        'services: { "1.1": { target: 2.5, note: , evidence: [a, { link: b, expires: 2027-01-01 }] } }',
        'areas: { "1": { target: 3 }, "2": }',
        'rules: { missing-evidence: off }',
        'target: 0',
        'services: { "1.1": { plan: [{ action: x, done: 2026-01-01 }, { action: y, done: true }] } }',
        'services: { "1.1": { criteria: { 0a: met, "1a": partly, 2a: unmet, 3a: not-applicable, 3b: } } }',
        'services: { "1.1": { criteria: { 2a: { state: met, evidence: [a, { link: b }], note: x }, 2b: { state: } } } }',
        'services: { "1.1": { criteria: } }',
      ];
      const refused = [
        'services: { "1.1": 7 }',
        'services: { "1.1": 2.5 }',
        'services: { "1.1": "2" }',
        'services: { "9.9": 2 }',
        'services: [1]',
        'services: { "1.1": { score: 9 } }',
        'services: { "1.1": { scor: 2 } }',
        'services: { "1.1": { plan: [{ owner: x }] } }',
        'services: { "1.1": { evidence: [{ expires: 2027-01-01 }] } }',
        'services: { "1.1": { criteria: { 2a: yes } } }',
        'services: { "1.1": { criteria: { 2a: { state: done } } } }',
        'services: { "1.1": { criteria: { 2a: { stat: met } } } }',
        'services: { "1.1": { criteria: [2a] } }',
        'areas: { "9": { target: 3 } }',
        'rules: { foo: off }',
        'rules: { missing-evidence: no }',
        'target: 6',
        'assessed: tomorrow',
        'sheet: other@1',
        'foo: 1',
        'assessors: me',
      ];
      const isRight = (text: string) => {
        const { issues, services, sheet } = parseAssessment(`${text}\n`);
        return (
          issues.length === 0 &&
          [...services.keys()].every((id) => serviceIds.includes(id)) &&
          (!sheet || sheet.value === 'psirt-maturity@1.0')
        );
      };
      for (const text of accepted) assert.deepEqual([check(parse(text)), isRight(text)], [true, true], text);
      for (const text of refused) assert.deepEqual([check(parse(text)), isRight(text)], [false, false], text);
    });
  }

  it('explains every key', () => {
    const properties = schemas.en['properties'] as Record<string, { description?: string }>;
    assert.deepEqual(Object.keys(properties).sort(), [...keysOf.assessment].sort());
    for (const [key, { description }] of Object.entries(properties)) assert.ok(description, key);
  });
});

describe('an editor with Red Hat’s YAML server', () => {
  const { problems, complete, hover } = yamlServer();

  it('finds nothing wrong with the examples', async () => {
    for (const [name, text] of examples) assert.deepEqual(await problems(text), [], name);
  });

  it('reports a wrong level at the value, once', async () => {
    assert.deepEqual(await problems('services:\n  "1.1": 7\n'), ['7']);
    assert.deepEqual(await problems('services:\n  "1.1":\n    score: 9\n'), ['9']);
    assert.deepEqual(await problems('services:\n  "1.1": { note: x, target: 6 }\n'), ['6']);
  });

  it('reports unknown keys and services at the key', async () => {
    assert.deepEqual(await problems('foo: 1\n'), ['foo']);
    assert.deepEqual(await problems('services:\n  "9.9": 2\n'), ['"9.9"']);
    assert.deepEqual(await problems('services:\n  "1.1": { scor: 2, note: x }\n'), ['scor']);
    assert.deepEqual(await problems('rules:\n  missing-evidance: off\n'), ['missing-evidance']);
  });

  // To this server a bare `1.1` is a number, which it finds among properties by a pattern alone.
  it('takes bare ids as this extension does, and checks what they have', async () => {
    assert.deepEqual(await problems('areas:\n  1: { target: 3 }\nservices:\n  1.1: 2\n  1.2: { score: 3 }\n'), []);
    assert.deepEqual(await problems('services:\n  1.1: 7\n'), ['7']);
    assert.deepEqual(await problems('services:\n  9.9: 2\n'), ['9.9']);
  });

  it('shows a key under its own title, whichever services stand in the file and were asked about before', async () => {
    const all = (lines: string, at: string) =>
      `services:\n${serviceIds.map((id) => `  "${id}":\n${id === at ? lines.replace(/^( +\w)/, '$1|') : lines}`).join('')}`;
    const samples = {
      score: '    score: 2\n',
      target: '    target: 2\n',
      note: '    note: x\n',
      evidence: '    evidence: [x]\n',
      plan: '    plan: []\n',
    };
    for (const [key, lines] of Object.entries(samples)) {
      for (const id of ['6.5', '1.1', '3.2']) {
        const title = key === 'score' ? `${id} ${findService(sheet, id)?.title}` : key;
        assert.ok((await hover(all(lines, id))).startsWith(`#### ${title}\n`), `${key} of ${id}`);
      }
    }
    for (const id of ['6.5', '1.1']) {
      assert.match(
        await hover(`areas:\n  "1": { target: 3 }\nservices:\n  "|${id}":\n    score: 2\n`),
        new RegExp(`^#### ${id.replace('.', '\\.')} `),
      );
    }
  });

  it('knows the criteria of a service: their ids, texts and states', async () => {
    const [first] = findService(sheet, '2.1')?.levels[2]?.criteria ?? [];
    assert.deepEqual(
      await problems('services:\n  "2.1":\n    criteria:\n      2a: met\n      9z: met\n      2b: yes\n'),
      ['yes', '9z'],
    );
    const items = await complete('services:\n  "2.1":\n    criteria:\n      |\n');
    assert.ok(items.some(({ label }) => label === '2a') && items.every(({ label }) => /^[0-5][a-z]$/.test(label)));
    const states = await complete('services:\n  "2.1":\n    criteria:\n      2a: |\n');
    assert.deepEqual(
      states
        .map(({ label }) => label)
        .filter((label) => label !== 'null')
        .slice(0, 4),
      ['met', 'partly', 'unmet', 'not-applicable'],
    );
    assert.ok((await hover('services:\n  "2.1":\n    criteria:\n      |2a: met\n')).includes(first?.text ?? '?'));
  });

  it('takes keys without a value yet', async () => {
    assert.deepEqual(
      await problems('subject:\ntarget:\nareas:\n  "1":\nservices:\n  "1.1":\n  "1.2":\n    score:\n    note:\n'),
      [],
    );
  });

  it('completes ids in quotes, with the objective as documentation', async () => {
    const items = await complete('services:\n  |');
    assert.deepEqual(items.map(({ label }) => label).sort(), [...serviceIds].sort());
    const item = items.find(({ label }) => label === '1.2');
    assert.equal(item?.insertText, '"1.2": ');
    const documentation = (item?.documentation as { value: string }).value;
    assert.ok(documentation.startsWith(findService(sheet, '1.2')?.objective ?? '?'), documentation);
    assert.match(documentation, /- \*\*3\*\* /, 'and what each level means');
  });

  it('completes a half-typed id, and leaves out those that are there', async () => {
    const items = await complete('services:\n  "1.1": 2\n  |\n');
    assert.equal(
      items.some(({ label }) => label === '1.1'),
      false,
    );
    assert.ok((await complete('services:\n  "1|"')).some(({ insertText }) => insertText === '"1.2": '));
  });

  it('completes levels with their texts, in the short form and in the long one', async () => {
    for (const sample of ['services:\n  "1.2": |\n', 'services:\n  "1.2":\n    score: |\n']) {
      const items = await complete(sample);
      assert.deepEqual(
        items.map(({ label }) => label).filter((label) => label !== 'null'),
        ['0', '1', '2', '3', '4', '5'],
      );
      const text = (items.find(({ label }) => label === '3')?.documentation as { value: string }).value;
      assert.ok(text.includes(findService(sheet, '1.2')?.levels[3]?.summary ?? '?'), text);
    }
  });

  it('completes the keys of the long form, and of the file', async () => {
    assert.deepEqual(
      (await complete('services:\n  "1.2":\n    score: 2\n    |\n')).map(({ label }) => label),
      ['target', 'excluded', 'evidence', 'note', 'plan', 'criteria', 'votes', 'responder'],
    );
    assert.deepEqual(
      (await complete('|')).map(({ label }) => label),
      [...keysOf.assessment],
    );
  });

  it('shows the texts of a service on hover: its title once, its objective and its levels', async () => {
    const service = findService(sheet, '1.2');
    for (const sample of [
      'services:\n  "1.|2": 3\n',
      'services:\n  "1.|2":\n',
      'services:\n  "1.|2":\n    score: 3\n',
    ]) {
      const text = await hover(sample);
      assert.equal(text.split(`1.2 ${service?.title}`).length, 2, text);
      assert.ok(text.includes(service?.objective ?? '?'), text);
      for (const level of service?.levels ?? []) assert.ok(text.includes(level?.summary ?? ''), text);
    }
  });

  it('shows what a key is for on hover, under one title', async () => {
    for (const [sample, key] of [
      ['services:\n  "1.2":\n    sco|re: 3\n', 'score'],
      ['services:\n  "1.2":\n    tar|get: 3\n', 'target'],
      ['services:\n  "1.2":\n    no|te: x\n', 'note'],
    ] as const) {
      const text = await hover(sample);
      assert.ok(text.includes(t(`key.service.${key}`)), text);
      assert.doesNotMatch(text, /\|\|/);
    }
    assert.ok((await hover('areas:\n  "|1": { target: 3 }\n')).includes(sheet.areas[0]?.summary ?? '?'));
  });
});
