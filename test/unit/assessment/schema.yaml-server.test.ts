import assert from 'node:assert/strict';
import { keysOf } from '../../../src/assessment/keys';
import { findService, serviceIds } from '../../../src/sheet/sheet';
import { examples, sheet, t } from '../../support/analyse';
import { yaml } from '../../support/yaml';
import { yamlServer } from '../../support/yaml-server';

describe('an editor with Red Hat’s YAML server', () => {
  const { problems, complete, hover } = yamlServer();

  it('finds nothing wrong with the examples', async () => {
    for (const [name, text] of examples) assert.deepEqual(await problems(text), [], name);
  });

  it('reports a wrong level at the value, once', async () => {
    assert.deepEqual(await problems('services:\n  "1.1": 7\n'), ['7']);
    assert.deepEqual(
      await problems(yaml`
        services:
          "1.1":
            score: 9
      `),
      ['9'],
    );
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
    assert.deepEqual(
      await problems(yaml`
        areas:
          1: { target: 3 }
        services:
          1.1: 2
          1.2: { score: 3 }
      `),
      [],
    );
    assert.deepEqual(await problems('services:\n  1.1: 7\n'), ['7']);
    assert.deepEqual(await problems('services:\n  9.9: 2\n'), ['9.9']);
  });

  it('shows a key under its own title, whichever services stand in the file and were asked about before', async () => {
    const all = (lines: string, at: string) =>
      yaml`
        services:
        ${serviceIds.map((id) => `  "${id}":\n${id === at ? lines.replace(/^( +\w)/, '$1|') : lines}`).join('')}`;
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
        await hover(yaml`
          areas:
            "1": { target: 3 }
          services:
            "|${id}":
              score: 2
        `),
        new RegExp(`^#### ${id.replace('.', '\\.')} `),
      );
    }
  });

  it('knows the criteria of a service: their ids, texts and states', async () => {
    const [first] = findService(sheet, '2.1')?.levels[2]?.criteria ?? [];
    assert.deepEqual(
      await problems(yaml`
        services:
          "2.1":
            criteria:
              2a: met
              9z: met
              2b: yes
      `),
      ['yes', '9z'],
    );
    const items = await complete(yaml`
      services:
        "2.1":
          criteria:
            |
    `);
    assert.ok(items.some(({ label }) => label === '2a') && items.every(({ label }) => /^[0-5][a-z]$/.test(label)));
    const states = await complete(yaml`
      services:
        "2.1":
          criteria:
            2a: |
    `);
    assert.deepEqual(
      states
        .map(({ label }) => label)
        .filter((label) => label !== 'null')
        .slice(0, 4),
      ['met', 'partly', 'unmet', 'not-applicable'],
    );
    assert.ok(
      (
        await hover(yaml`
          services:
            "2.1":
              criteria:
                |2a: met
        `)
      ).includes(first?.text ?? '?'),
    );
  });

  it('takes keys without a value yet', async () => {
    assert.deepEqual(
      await problems(yaml`
        subject:
        target:
        areas:
          "1":
        services:
          "1.1":
          "1.2":
            score:
            note:
      `),
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
    const items = await complete(yaml`
      services:
        "1.1": 2
        |
    `);
    assert.equal(
      items.some(({ label }) => label === '1.1'),
      false,
    );
    assert.ok((await complete('services:\n  "1|"')).some(({ insertText }) => insertText === '"1.2": '));
  });

  it('completes levels with their texts, in the short form and in the long one', async () => {
    for (const sample of [
      'services:\n  "1.2": |\n',
      yaml`
        services:
          "1.2":
            score: |
      `,
    ]) {
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
      (
        await complete(yaml`
          services:
            "1.2":
              score: 2
              |
        `)
      ).map(({ label }) => label),
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
      yaml`
        services:
          "1.|2":
            score: 3
      `,
    ]) {
      const text = await hover(sample);
      assert.equal(text.split(`1.2 ${service?.title}`).length, 2, text);
      assert.ok(text.includes(service?.objective ?? '?'), text);
      for (const level of service?.levels ?? []) assert.ok(text.includes(level?.summary ?? ''), text);
    }
  });

  it('shows what a key is for on hover, under one title', async () => {
    for (const [sample, key] of [
      [
        yaml`
          services:
            "1.2":
              sco|re: 3
        `,
        'score',
      ],
      [
        yaml`
          services:
            "1.2":
              tar|get: 3
        `,
        'target',
      ],
      [
        yaml`
          services:
            "1.2":
              no|te: x
        `,
        'note',
      ],
    ] as const) {
      const text = await hover(sample);
      assert.ok(text.includes(t(`key.service.${key}`)), text);
      assert.doesNotMatch(text, /\|\|/);
    }
    assert.ok((await hover('areas:\n  "|1": { target: 3 }\n')).includes(sheet.areas[0]?.summary ?? '?'));
  });
});
