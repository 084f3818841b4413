import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCommonYaml } from '../../../../src/assessment/yaml/common-yaml';
import { readByLibrary } from '../../../../src/assessment/yaml/read-by-library';
import { readYaml } from '../../../../src/assessment/yaml/read-yaml';
import { maximumTokens } from '../../../../src/assessment/yaml/yaml-text';
import { examples } from '../../../support/analyse';
import { fullAssessment, tenfold, withCriteria } from '../../../support/full-assessment';
import { fuzzRuns } from '../../../support/fuzz-runs';
import { lexed } from '../../../support/lexed';
import { Choices } from '../../../support/random-choices';
import { randomFiles } from '../../../support/random-file';
import { sheet } from '../../../support/words';
import { yaml } from '../../../support/yaml';

/** What may stand between others: much of it is valid YAML in some places only. */
const pieces = [
  ...['a', '"1.1"', "'x y'", '1.10', 'a:', 'b: ', 'x y', 'x: y', 'https://a.b/c', 'a#b', '日本', '\u3000', '\u00a0'],
  ...['null', 'true', 'NULL', '12', '2.5', '2026-01-02', '0x1', '1e3', '1.', '-1', '.5', '~', '1_0', '007'],
  ...[
    ' ',
    '  ',
    '    ',
    '\n',
    '\n\n',
    '\n  ',
    '\r\n',
    '\t',
    '- ',
    '\n- ',
    '\n  - ',
    ':',
    ': ',
    ' #',
    '# c\n',
    ' # c\n',
  ],
  ...['|', '|-\n', '|\n', '>\n', '> \n', '>-\n    ', '|+\n', '[', ']', '{', '}', ',', ', ', '[a, b]', '{ a: b }'],
  ...['---\n', '...', '%', '&a ', '*a', '!!str ', '<<: ', '? ', '"', "'", '\\', '`', '@', '\ufeff', '\u2028', '='],
  ...['key: v\n', '  k: v\n', '- k: v\n', '  - k: v\n', 'note: |\n', '    text\n', '   x\n', '     y\n'],
];

const scalars = [
  ...['x', 'x y', '"q"', "'s'", '1', '2.5', '', ' # c', 'x # c', 'x:y', 'x :y', 'a, b', 'a]', '2026-11-02', 'null'],
  ...['[a, b]', '[]', '{}', '{ a: b, c: [d, "e"] }', '[a, ]', '{a: 1}', 'x\nCONTINUED'],
  ...['|', '|-', '>', '>-', '|+', '| # c'].map((header) => `${header}\nLINES`),
];

/** Nested maps and lists in all indentations, most of them valid. */
class Writer {
  constructor(private readonly pick: Choices) {}

  map(column: number, depth: number): string {
    const { pick } = this;
    return this.some(() => {
      const key = pick.of('a', 'b', '"1.1"', "'c'", '1.10', 'x-y');
      const between = pick.chance(15) ? pick.of('\n', '# c\n', '  # c\n', '   \n') : '';
      return `${' '.repeat(column)}${key}:${this.value(column, depth)}${between}`;
    });
  }

  private value(column: number, depth: number): string {
    const { pick } = this;
    const kind = depth > 0 ? pick.next(3) : 0;
    if (kind === 1) return `\n${this.map(column + 1 + pick.next(3), depth - 1)}`;
    if (kind === 2) return `\n${this.list(column + pick.next(3), depth - 1)}`;
    return this.scalar(column);
  }

  private list(column: number, depth: number): string {
    const { pick } = this;
    return this.some(() => {
      const inner = 1 + pick.next(3);
      const below = column + 1 + inner;
      const map = depth > 0 && pick.chance(50) && this.map(below, depth - 1);
      if (!map) return `${' '.repeat(column)}-${this.scalar(column)}`;
      return `${' '.repeat(column)}-${pick.chance(80) ? ' '.repeat(inner) + map.trimStart() : `\n${map}`}`;
    });
  }

  private scalar(column: number): string {
    const { pick } = this;
    const indent = ' '.repeat(column + pick.next(4));
    const line = () =>
      (pick.chance(85) ? indent + ' '.repeat(pick.chance(90) ? 0 : 2) : '') +
      pick.of('t', 'tt u', '# no', 'k: v', '- x', '', '  ', 'e ');
    const text = pick.of(...scalars).replace('CONTINUED', `${indent}more`);
    return ` ${text.replace('LINES', () => this.some(() => line() + '\n').trimEnd())}\n`;
  }

  private some(part: () => string): string {
    return Array.from({ length: 1 + this.pick.next(3) }, part).join('');
  }
}

const seeds = fc.nat();
const layouts = seeds.map((seed) => {
  const pick = new Choices(seed);
  const text = new Writer(pick).map(0, 3);
  return pick.chance(20) ? text.replaceAll('\n', '\r\n') : text;
});
const soups = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(''));
const files = fc.oneof(
  randomFiles.map(({ text }) => text),
  fc.constantFrom(...examples.values(), fullAssessment()),
);
const slips = fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom(...pieces)), { maxLength: 3 });

/** The same with a few slips. */
function marred(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(texts, slips).map(([text, changes]) =>
    changes.reduce((now, [at, taken, put]) => {
      const place = at % (now.length + 1);
      return now.slice(0, place) + put + now.slice(place + taken);
    }, text),
  );
}

/** Whether it is read as common YAML; fails where the library reads it otherwise. */
function isCommon(text: string): boolean {
  const source = text.replace(/\r(?!\n)/g, '\n');
  const common = readCommonYaml(source, maximumTokens);
  if (common) assert.deepEqual({ ...common, issues: [], broken: false }, readByLibrary(source), JSON.stringify(text));
  return common !== undefined;
}

describe('The common part of YAML', () => {
  for (const [name, texts, runs] of [
    ['layouts of maps and lists', layouts, 600],
    ['layouts with slips', marred(layouts), 600],
    ['pieces in any order', soups, 600],
    ['files with slips', marred(files), 200],
  ] as const) {
    it(`is read as the library reads it: ${name}`, () => {
      let common = 0;
      const property = fc.property(texts, (text) => {
        if (isCommon(text)) common++;
      });
      fc.assert(property, fuzzRuns(runs));
      assert.ok(common > 0);
    });
  }

  it('is what assessments are written in: these do without the library', () => {
    const text = fullAssessment();
    const texts = [
      ...examples.values(),
      text,
      text.replaceAll('\n', '\r\n'),
      tenfold(text),
      withCriteria(text, sheet, 150),
    ];
    for (const one of texts)
      assert.deepEqual(
        lexed(() => readYaml(one)),
        [],
      );
  });

  it('ends where a value is written in another way, which the library reads', () => {
    const ways = [
      '-5',
      '0x1F',
      '1e3',
      '~',
      '&a x',
      '*a',
      '!!str x',
      '"a\\nb"',
      "'it''s'",
      '|+\n  x',
      '>\n  x\n\n  y',
      'x\n  y',
    ];
    for (const way of ways) {
      assert.equal(isCommon(`target: 3\nsubject: ${way}\n`), false, way);
      assert.deepEqual(readYaml(`subject: ${way}\n`), readByLibrary(`subject: ${way}\n`), way);
    }
  });

  it('keeps to the limits of the library', () => {
    for (const levels of [10, 40, 70, 1000]) {
      const nested = Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}a:\n`).join('');
      assert.deepEqual(readYaml(nested), readByLibrary(nested), `${levels} levels`);
      const flow = `a: ${'['.repeat(levels)}${']'.repeat(levels)}\n`;
      assert.deepEqual(readYaml(flow), readByLibrary(flow), `${levels} brackets`);
    }
    for (const count of [Math.floor(maximumTokens / 6) - 5, Math.ceil(maximumTokens / 6), maximumTokens]) {
      const lines = Array.from({ length: count }, () => 'a: 1\n').join('');
      assert.deepEqual(readYaml(lines).issues, readByLibrary(lines).issues, `${count} lines`);
    }
  });

  it('has keys as they are written', () => {
    const { tree } = readYaml(yaml`
      1.10: a
      "__proto__": b
      note: |
        words
    `);
    assert.deepEqual(
      tree?.kind === 'map' &&
        tree.entries.map(({ key, quoted, value }) => [key, quoted, 'value' in value && value.value]),
      [
        ['1.10', false, 'a'],
        ['__proto__', true, 'b'],
        ['note', false, 'words\n'],
      ],
    );
  });
});
