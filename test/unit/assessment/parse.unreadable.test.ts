import assert from 'node:assert/strict';
import { maximumLength } from '../../../src/assessment/yaml/yaml-text';
import { lexed } from '../../support/lexed';
import { within } from '../../support/within';
import { analyse, errorsOf } from '../../support/analyse';
import { onlyIssue } from '../../support/only-issue';
import { yaml } from '../../support/yaml';

describe('reading a file that says nothing', () => {
  for (const [name, text] of Object.entries({
    empty: '',
    'only comments': '# a\n# b\n',
    'only a byte order mark': '\ufeff',
    'only null': '~\n',
    'only a document end': '...\n',
  })) {
    it(`finds nothing wrong and nothing scored (${name})`, () => {
      const analysis = analyse(text);
      assert.deepEqual(analysis.assessment.issues, []);
      assert.equal(analysis.assessment.broken, false);
      assert.deepEqual(
        analysis.problems.map(({ rule }) => rule),
        ['missing-score'],
      );
    });
  }
});

describe('reading what is no assessment', () => {
  it('says so of a second document, at its start', () => {
    assert.deepEqual(
      onlyIssue(yaml`
        services:
          "1.1": 2
        ---
        services: {}
      `),
      {
        rule: 'yaml-syntax',
        key: 'syntax.documents',
        on: '---',
      },
    );
    assert.equal(onlyIssue('sheet: psirt-maturity@1.0\n---\n').key, 'syntax.documents');
    assert.deepEqual(
      onlyIssue(yaml`
        services:
        ...
        5
      `),
      { rule: 'yaml-syntax', key: 'syntax.documents', on: '5' },
    );
    assert.deepEqual(
      analyse(yaml`
        ---
        sheet: psirt-maturity@1.0
        ...
      `).assessment.issues,
      [],
    );
  });

  it('says so of binary data, at its first NUL', () => {
    assert.deepEqual(onlyIssue('GIF89a\u0001\u0000\u0001\u0000'), {
      rule: 'yaml-syntax',
      key: 'syntax.binary',
      on: '\0',
    });
  });

  it('says so of a text of 10 MB, without reading it', () => {
    const text = 'services:\n'.padEnd(10_000_000, '  "1.1": 2\n');
    assert.deepEqual(
      lexed(() => assert.equal(onlyIssue(text).key, 'syntax.large')),
      [],
    );
    assert.ok(text.length > maximumLength);
  });

  const deep = {
    'flow lists, closed': `a: ${'['.repeat(10_000)}${']'.repeat(10_000)}`,
    'flow lists, open': '['.repeat(10_000),
    'flow maps': '{a: '.repeat(10_000),
    'lists in lists': `${'- '.repeat(10_000)}x`,
    'explicit keys': '? '.repeat(10_000),
    'indented maps': Array.from({ length: 1400 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
  };
  for (const [name, text] of Object.entries(deep)) {
    it(`says so of thousands of levels of nesting: ${name}`, () => {
      within(2000, () => assert.equal(onlyIssue(text).key, 'syntax.deep'));
      assert.match(errorsOf(analyse(text))[0]?.message ?? '', /more than 64 levels deep/);
    });
  }

  const long = {
    commas: '['.padEnd(900_000, ','),
    quotes: '"'.repeat(900_000),
    'empty lines': '\n'.repeat(900_000),
    services: Array.from({ length: 40_000 }, (_, i) => `"${i}.1": 2`).join('\n'),
    'list items': `assessors: [${'1,'.repeat(400_000)}]`,
    aliases: '*a '.repeat(200_000),
  };
  for (const [name, text] of Object.entries(long)) {
    it(`does not freeze over a million of them: ${name}`, () =>
      within(2000, () => void assert.equal(onlyIssue(text).rule, 'yaml-syntax')));
  }

  it('reads very long lines', () => {
    const long = 'x'.repeat(900_000);
    within(2000, () => {
      assert.equal(analyse(`subject: ${long}\n`).assessment.subject?.value, long);
      assert.equal(onlyIssue(`${long}: 1`).key, 'syntax.key');
      const { assessment, problems } = analyse(`services:\n  "1.1": ${long}\n`);
      assert.equal(assessment.issues.length, 1);
      assert.ok(problems.every(({ message }) => message.length < 400));
    });
  });
});
