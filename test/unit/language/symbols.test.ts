import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findSymbols, symbolsOf, type OutlineSymbol } from '../../../src/language/symbols';
import type { Language } from '../../../src/messages/messages';
import { randomFiles } from '../../support/random-file';
import { examples } from '../../support/analyse';
import { contextOf, head } from '../../support/feature-context';
import { yaml } from '../../support/yaml';

/** The outline as it is shown: indented, details behind a bar. */
function outline(text: string, language?: Language): string[] {
  const lines = (symbols: readonly OutlineSymbol[], indent: string): string[] =>
    symbols.flatMap(({ name, detail, children }) => [
      `${indent}${name}${detail && ` | ${detail}`}`,
      ...lines(children, `${indent}  `),
    ]);
  return lines(symbolsOf(contextOf(text, language)), '');
}

const file = yaml`
  ${head}subject: Router
  assessors:
    - A
  services:
    # 1 X
    "1.1": 2 # t
    "1.2": { score: 3, target: 4 }
    "2.1":
    "2.3":
      excluded: Not ours
`;

describe('the outline', () => {
  it('hides nothing of a name, and cuts a long one', () => {
    const [name, value] = outline(`"a\u202eb$(x)": "${'c'.repeat(10_000)}"\n`)[0]?.split(' | ') ?? [];
    assert.equal(name, 'a\ufffdb$ (x)');
    assert.match(value ?? '', /^c+…c+$/);
    assert.ok((value ?? '').length <= 60);
  });

  it('groups services by area, with score and target, below the figures of all', () => {
    assert.deepEqual(outline(file), [
      'sheet | psirt-maturity@1.0',
      'subject | Router',
      'assessors',
      'services | 2.50 (2/26) · target 2.5',
      '  1 Stakeholder ecosystem management | 2.50 (2/7) · target 2.5',
      '    1.1 Internal stakeholders | 2 · target 2.5',
      '    1.2 Finder community | 3 · target 4',
      '  2 Vulnerability discovery | – (0/4) · target 2.5',
      '    2.1 Report intake | unscored · target 2.5',
      '    2.3 Monitoring component vulnerabilities | excluded',
    ]);
    assert.deepEqual(outline(file, 'ja').slice(5, 7), [
      '    1.1 内部ステークホルダーとの連携 | スコア2・目標2.5',
      '    1.2 発見者コミュニティとの関わり | スコア3・目標4',
    ]);
  });

  it('shows what is in the file: unknown ids, the second of two, areas taken up again', () => {
    assert.deepEqual(
      outline(yaml`
        services:
          "9.9": 1
          "1.1": 2
          x: 3
          "2.1": 3
          1.1: 3
          "6.3": 1
      `)
        .slice(1)
        .map((line) => line.replace(/ \| \d.\d\d \(.*/, '')),
      [
        '  9.9',
        '  1 Stakeholder ecosystem management',
        '    1.1 Internal stakeholders | 2 · target 2.5',
        '    x',
        '  2 Vulnerability discovery',
        '    2.1 Report intake | 3 · target 2.5',
        '  1 Stakeholder ecosystem management',
        '    1.1 Internal stakeholders',
        '  6 Training and education | – (0/4) · target 2.5',
        '    6.3 Security testing team training | out of scope',
      ],
    );
  });

  it('keeps its names but no figures while the file can not be judged', () => {
    assert.deepEqual(
      outline(yaml`
        ${head}services:
          "1.1": 2
          "1.2
      `).slice(0, 4),
      [
        'sheet | psirt-maturity@1.0',
        'services',
        '  1 Stakeholder ecosystem management',
        '    1.1 Internal stakeholders',
      ],
    );
    assert.deepEqual(outline(''), []);
    assert.deepEqual(outline('- a\n'), []);
    assert.deepEqual(outline('"": 1\n'), ['"" | 1']);
  });

  it('leads to the heading of an area and the id of a service, and takes in their comments', () => {
    const services = symbolsOf(contextOf(file)).at(-1);
    const slice = ({ start, end }: { start: number; end: number }) => file.slice(start, end);
    const [area] = services?.children ?? [];
    assert.equal(slice(area?.selection ?? { start: 0, end: 0 }), '# 1 X');
    assert.equal(
      slice(area?.span ?? { start: 0, end: 0 }),
      yaml`
        # 1 X
          "1.1": 2 # t
          "1.2": { score: 3, target: 4 }`,
    );
    assert.equal(slice(area?.children[0]?.span ?? { start: 0, end: 0 }), '"1.1": 2 # t');
    assert.equal(slice(area?.children[0]?.selection ?? { start: 0, end: 0 }), '"1.1"');
  });

  it('nests as an editor demands, whatever the file: names, selections within spans, children within parents', () => {
    const check = (symbols: readonly OutlineSymbol[], outer: { start: number; end: number }, text: string) => {
      for (const { name, span, selection, children } of symbols) {
        assert.ok(
          name &&
            selection.start >= span.start &&
            selection.end <= span.end &&
            span.start >= outer.start &&
            span.end <= outer.end,
          `${name} in\n${text}`,
        );
        check(children, span, text);
      }
    };
    for (const text of [
      ...examples.values(),
      file,
      'services: {\n "1.1": 2, "2.1": 3 } # c\n',
      yaml`
        services: &s
          "1.1": 2
        x: *s
      `,
      'a: &a {}\nservices: *a\n',
    ]) {
      check(symbolsOf(contextOf(text)), { start: 0, end: text.length }, text);
    }
    fc.assert(
      fc.property(randomFiles, fc.double({ min: 0, max: 1, noNaN: true }), ({ text }, share) => {
        for (const part of [text, text.slice(0, Math.floor(text.length * share))])
          check(symbolsOf(contextOf(part)), { start: 0, end: part.length }, part);
      }),
    );
  });
});

describe('the search for services', () => {
  const found = (query: string) =>
    findSymbols(symbolsOf(contextOf(file)), query).map(({ symbol, area }) => [symbol.name, area]);

  it('finds areas and services by the letters of id and title', () => {
    assert.deepEqual(found('1.2'), [['1.2 Finder community', '1 Stakeholder ecosystem management']]);
    assert.deepEqual(found('fi comm'), [['1.2 Finder community', '1 Stakeholder ecosystem management']]);
    assert.deepEqual(found('DISCOVERY'), [['2 Vulnerability discovery', undefined]]);
    assert.deepEqual(found('zzz'), []);
  });

  it('gives all of them for an empty query', () => assert.equal(found('').length, 6));
});
