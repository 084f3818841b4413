import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Parser } from 'yaml';
import { YamlReader } from '../../../../src/assessment/yaml/incremental-reader';
import { readYaml } from '../../../../src/assessment/yaml/read-yaml';
import { maximumLength, maximumTokens, type YamlText } from '../../../../src/assessment/yaml/yaml-text';
import { fullAssessment } from '../../../support/full-assessment';
import { lexed } from '../../../support/lexed';
import { within } from '../../../support/within';
import { fuzzRuns } from '../../../support/fuzz-runs';
import { randomFiles } from '../../../support/random-file';
import { examples } from '../../../support/analyse';
import { yaml } from '../../../support/yaml';

/** What a keystroke, a paste or a stray key may put in. */
const pieces = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\r\n',
    '\t',
    ':',
    ': ',
    '"',
    "'",
    '#',
    ' # c',
    '-',
    '- ',
    '---\n',
    '...\n',
    '%',
    '&a ',
    '*a',
    '<<: *a\n',
    '{',
    '}',
    '[',
    ']',
    ',',
    '|',
    '|+\n',
    '>',
    '? ',
    '!',
    '5',
    'x',
    '\ufeff',
    '\0',
    'services:\n',
    '  "1.1": 2\n',
    '\n  "1.2":\n',
    '    note: |\n      text\n\n',
    'target: 3\n',
  ),
  fc.string({ maxLength: 3 }),
);
const edits = fc.array(
  fc.record({
    at: fc.nat(),
    taken: fc.oneof(fc.constant(0), fc.constant(1), fc.nat({ max: 40 })),
    put: pieces,
    undone: fc.boolean(),
  }),
  { minLength: 1, maxLength: 8 },
);
const texts = fc.oneof(
  randomFiles.map(({ text }) => text),
  fc.constantFrom(...examples.values(), fullAssessment(), fullAssessment().replace(/\n/g, '\r\n')),
);

const meaningOf = ({ tree, issues, broken }: YamlText) => ({ tree, issues, broken });

describe('A reader of one version after the other', () => {
  it('reads whatever is typed as if it had never seen the file', () => {
    fc.assert(
      fc.property(texts, edits, (text, changes) => {
        const reader = new YamlReader();
        let now = text;
        for (const { at, taken, put, undone } of changes) {
          assert.deepEqual(meaningOf(reader.read(now)), meaningOf(readYaml(now)), JSON.stringify(now));
          const place = at % (now.length + 1);
          const before = now;
          now = now.slice(0, place) + put + now.slice(place + taken);
          assert.deepEqual(meaningOf(reader.read(now)), meaningOf(readYaml(now)), JSON.stringify(now));
          if (undone) now = before;
        }
      }),
      fuzzRuns(250),
    );
  });

  it('leaves no line less deep than services to one of them', () => {
    for (const line of [' : x', ' x: 1', ' - x', ' "1.3": 1', ' ? x']) {
      const text = yaml`
        services:
          "1.1": 1
        ${line}
          "1.2": 2
      `;
      assert.deepEqual(meaningOf(new YamlReader().read(text)), meaningOf(readYaml(text)), line);
    }
  });

  it('reads files of every kind the same', () => {
    fc.assert(
      fc.property(texts, (text) =>
        assert.deepEqual(meaningOf(new YamlReader().read(text)), meaningOf(readYaml(text)), JSON.stringify(text)),
      ),
      fuzzRuns(200),
    );
  });

  it('has the same limits, however many parts a text has', () => {
    const services = (count: number, below: string): string =>
      yaml`
        services:
        ${Array.from({ length: count }, (_, index) => `  s${index}: ${below}\n`).join('')}`;
    const large = services(50, `"${'x'.repeat(maximumLength / 50)}"`);
    const many = services(50, `[${'1, '.repeat(maximumTokens / 100)}]`);
    for (const [text, key] of [
      [large, 'syntax.large'],
      [many, 'syntax.many'],
    ] as const) {
      const reader = new YamlReader();
      for (const version of [text, `${text}# c\n`, 'services:\n  "1.1": 2\n'])
        assert.deepEqual(meaningOf(reader.read(version)), meaningOf(readYaml(version)));
      assert.deepEqual(
        reader.read(text).issues.map((issue) => issue.key),
        [key],
      );
    }
  });

  it('reads comments at once, whatever stands behind them', () => {
    for (const comments of ['# c\r\n'.repeat(60), '#\r\n#'.repeat(20_000), '   # c\n'.repeat(20_000)]) {
      const text = `${comments} \t# x\nservices:\n  "1.1": 2\n`;
      assert.deepEqual(
        within(4000, () => meaningOf(new YamlReader().read(text))),
        meaningOf(readYaml(text)),
      );
    }
  });

  it('reads no more than the service that a keystroke is in', () => {
    // With an escape, so that each service takes the library, which can be listened to.
    const text = fullAssessment().replace(/note: (.*)/g, 'note: "$1\\u2026"');
    const reader = new YamlReader();
    const charactersRead = (read: () => unknown): number => lexed(read).join('').length;
    assert.equal(
      charactersRead(() => readYaml(text)),
      text.length,
    );
    assert.ok(charactersRead(() => reader.read(text)) >= text.length);
    for (let index = 0; index < 10; index++) {
      const version = text.replace('Reviewed with', `Reviewed ${index} with`);
      assert.ok(charactersRead(() => reader.read(version)) < text.length / 10);
    }
  });

  it('does not read twice what has too many parts or tokens', () => {
    const list = (count: number, line: (index: number) => string): string =>
      Array.from({ length: count }, (_, index) => line(index)).join('');
    const texts = [
      list(1_700, (index) => `service-${index}:\n  score: high\n`),
      list(1_200, (index) => `service-${index}:\n  score: high\n`),
      `services:\n${list(1_700, (index) => `  s${index}:\n    score: high\n`)}`,
      `services:\n${list(28, (index) => `  s${index}:\n    evidence:\n${'      - docs/a.md\n'.repeat(500)}`)}`,
    ];
    for (const text of texts) {
      const whole = tokensParsed(() => readYaml(text));
      assert.ok(tokensParsed(() => new YamlReader().read(text)) <= whole * 1.02, text.slice(0, 60));
      assert.deepEqual(meaningOf(new YamlReader().read(text)), meaningOf(readYaml(text)));
    }
  });
});

/** The number of tokens that the YAML library is given to parse while something is done. */
function tokensParsed(work: () => unknown): number {
  let count = 0;
  const next = Parser.prototype.next;
  Parser.prototype.next = function (source) {
    count++;
    return next.call(this, source);
  };
  try {
    work();
  } finally {
    Parser.prototype.next = next;
  }
  return count;
}
