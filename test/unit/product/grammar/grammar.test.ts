import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { loadWASM, OnigScanner, OnigString } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar } from 'vscode-textmate';
import { keysOf } from '../../../../src/assessment/keys';
import { areaIds, serviceIds } from '../../../../src/sheet/sheet';
import { yamlGrammars, type YamlGrammar } from '../../../support/yaml-grammars';
import { root } from '../../../support/root';
import { yaml } from '../../../support/yaml';

const grammarPath = join(root, 'syntaxes', 'psirt-yaml.tmLanguage.json');

for (const base of yamlGrammars(root)) {
  describe(`the grammar on top of ${base.name}`, () => {
    let ours: IGrammar;
    let theirs: IGrammar;

    before(async () => {
      const registry = await registryWith(base);
      ours = await grammarOf(registry, 'source.yaml.psirt');
      theirs = await grammarOf(registry, 'source.yaml');
    });

    const scopesOf = (text: string, part: string) => scopesAt(ours, text, text.indexOf(part)).join(' ');
    const has = (text: string, part: string, scope: string) => {
      assert.match(scopesOf(text, part), new RegExp(`(^| )${scope.replaceAll('.', '\\.')}( |$)`), `${part} in ${text}`);
    };
    const hasNot = (text: string, part: string, scope: RegExp) => {
      assert.doesNotMatch(scopesOf(text, part), scope, `${part} in ${text}`);
    };

    it('marks the id of every service as a key, however it is quoted', () => {
      for (const id of serviceIds) {
        for (const key of [`"${id}"`, `'${id}'`, id])
          has(`services:\n  ${key}: 2\n`, id, 'entity.name.tag.service.psirt-yaml');
      }
    });

    it('leaves ids the sheet does not have to YAML', () => {
      for (const id of ['1.8', '1.10', '7.1', '3.0', '1.1.1']) hasNot(`services:\n  "${id}": 2\n`, id, /psirt-yaml/);
    });

    it('marks the ids of areas', () => {
      for (const id of areaIds) has(`areas:\n  "${id}": { target: 3 }\n`, id, 'entity.name.tag.area.psirt-yaml');
      hasNot('areas:\n  "7": { target: 3 }\n', '7', /psirt-yaml/);
    });

    it('tells known keys from others', () => {
      const property = 'variable.other.property.psirt-yaml';
      has('subject: Router\n', 'subject', property);
      has(
        yaml`
          "1.1":
            evidence:
              - link: https://www.example.com/
      `,
        'evidence',
        property,
      );
      has(
        yaml`
          "1.1":
            evidence:
              - link: https://www.example.com/
      `,
        'link',
        property,
      );
      has('    plan:\n      - { action: Publish, due: 2027-03-31 }\n', 'due', property);
      const keys = [keysOf.assessment, keysOf.area, keysOf.service, keysOf.citation, keysOf.action].flat();
      for (const key of keys) has(`${key}: x\n`, key, property);
      hasNot('subjects: Router\n', 'subjects', /psirt-yaml/);
      hasNot('subject-matter: Router\n', 'subject-matter', /psirt-yaml/);
    });

    it('marks scores from 0 to 5 and no other numbers', () => {
      const score = 'constant.numeric.score.psirt-yaml';
      has('  "1.1": 4\n', '4', score);
      has('  1.1: 4   # Internal stakeholders\n', '4', score);
      has('  "1.1":\n    score: 0\n', '0', score);
      has('  "1.1": { score: 4, target: 3 }\n', '4', score);
      hasNot('  "1.1": { score: 4, target: 3 }\n', '3', /score/);
      hasNot('  "1.1": 6\n', '6', /psirt-yaml/);
      hasNot('  "1.1": 2 of 5\n', '2 of', /psirt-yaml/);
      hasNot('  "1.1": 2, soon\n', '2,', /psirt-yaml/);
    });

    it('marks dates in block and flow style', () => {
      const date = 'constant.numeric.date.psirt-yaml';
      has('assessed: 2026-11-02\n', '2026', date);
      has('assessed: 2026-11-02  # late\n', '2026', date);
      has('    plan:\n      - { action: Publish, due: 2027-03-31 }\n', '2027', date);
      hasNot('subject: 2026-11-02 build\n', '2026', /psirt-yaml/);
    });

    it('sets the reason of an exclusion apart, up to a comment', () => {
      const excluded = 'markup.italic.excluded.psirt-yaml';
      has('    excluded: Ships no C# components   # really\n', 'Ships', excluded);
      has('    excluded: Ships no C# components   # really\n', 'components', excluded);
      has('    excluded: Ships no C# components   # really\n', 'really', 'comment.line.number-sign.yaml');
      has('    excluded: "Ships no: components"\n', 'Ships', excluded);
      has('  "2.3": { excluded: 業務範囲外, note: none }\n', '業務', excluded);
      hasNot('  "2.3": { excluded: 業務範囲外, note: none }\n', 'none', /psirt-yaml/);
      hasNot('    excluded: true\n', 'true', /psirt-yaml/);
      hasNot('    note: excluded for now\n', 'excluded', /psirt-yaml/);
    });

    it('marks severities of rules', () => {
      has('rules:\n  missing-evidence: off\n', 'off', 'constant.language.severity.psirt-yaml');
      hasNot('subject: off\n', 'off', /psirt-yaml/);
    });

    it('marks criteria and their states', () => {
      const [id, state] = ['entity.name.tag.criterion.psirt-yaml', 'constant.language.state.psirt-yaml'];
      has('    criteria:\n      2a: met\n', 'criteria', 'variable.other.property.psirt-yaml');
      has('    criteria:\n      2a: met\n', '2a', id);
      has('    criteria:\n      2a: met   # c\n', 'met', state);
      has('    criteria: { "3b": not-applicable, 3c: partly }\n', 'not', state);
      has('    criteria: { 3b: { state: unmet } }\n', 'unmet', state);
      hasNot('      9a: met\n', '9a', /psirt-yaml/);
      hasNot('      2a: met by all\n', 'met', /psirt-yaml/);
      hasNot('    note: met\n', 'met', /psirt-yaml/);
    });

    it('marks references in a note and nothing else there', () => {
      const note = (line: string) => yaml`
          "1.1":
            note: |
              ${line}
            score: 3
      `;
      has(note('see [1.1.1.3] first'), '[1.1.1.3]', 'variable.other.constant.reference.psirt-yaml');
      has(note('see [3.1.1-3.1.2] first'), '[3.1.1-3.1.2]', 'variable.other.constant.reference.psirt-yaml');
      for (const text of ['score: 4', '"2.1": 4', '# 4', '- { due: 2027-03-31 }', '[4]', 'excluded: 4']) {
        const at = text.includes('4') ? '4' : '2027';
        hasNot(note(text), at, /psirt-yaml/);
        has(note(text), at, 'string.unquoted.block.yaml');
      }
      has(note('text'), 'score', 'variable.other.property.psirt-yaml');
    });

    for (const [name, text] of documents()) {
      it(`leaves everything else to YAML: ${name}`, () => {
        assert.deepEqual(yamlScopes(ours, text), yamlScopes(theirs, text));
      });
    }
  });
}

/** The examples, and a document of what trips careless grammars. */
function documents(): [string, string][] {
  const folder = join(root, 'examples');
  const examples = readdirSync(folder).filter((name) => name.endsWith('.psirt.yaml'));
  return [
    ...examples.map((name): [string, string] => [name, readFileSync(join(folder, name), 'utf8')]),
    [
      'awkward text',
      `# score: 3
subject: "a # no comment: 'really' \\" [1.1.1]"  # a comment
assessors: ['it''s', "x, y", plain # comment
]
services:
  '1.1': { score: 3, excluded: a [b] c, note: "x: # y" }
  "1.2": &two
    excluded: reason: more   # comment
    note: >-
      folded "text" # no comment

      excluded: x
    evidence:
      - docs/a.md#b
      - { link: docs/a.md#c, collected: 2026-01-01 }
  1.3: *two
  ? "1.4"
  : 3
  "1.5": !!int 3
  "1.6":
  excluded: 'quoted ''reason'' # here'
  "1.7": 2027-01-01T00:00:00Z
broken: [1, { score: 2
`,
    ],
  ];
}

/**
 * For every character the scopes YAML's grammar gave it, without constants, which ours may replace by more telling
 * ones.
 */
function yamlScopes(grammar: IGrammar, text: string): string[] {
  return charactersOf(grammar, text).map(({ character, scopes }) =>
    [character, ...scopes.filter((scope) => !/psirt|^source\.yaml$|^constant\.(numeric|language)/.test(scope))].join(
      ' ',
    ),
  );
}

function scopesAt(grammar: IGrammar, text: string, offset: number): readonly string[] {
  assert.ok(offset >= 0);
  return charactersOf(grammar, text)[offset]?.scopes ?? [];
}

/** Every character of a text with its scopes; line ends, which nobody sees, have none. */
function charactersOf(grammar: IGrammar, text: string): { character: string; scopes: readonly string[] }[] {
  let stack = INITIAL;
  return text.split('\n').flatMap((line) => {
    const { tokens, ruleStack, stoppedEarly } = grammar.tokenizeLine(line, stack);
    assert.equal(stoppedEarly, false);
    stack = ruleStack;
    const scopes = (index: number) => tokens.find(({ endIndex }) => index < endIndex)?.scopes ?? [];
    return [
      ...line.split('').map((character, index) => ({ character, scopes: scopes(index) })),
      { character: '\n', scopes: [] },
    ];
  });
}

async function registryWith(base: YamlGrammar): Promise<Registry> {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await loadWASM(readFileSync(wasm));
  return new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new OnigScanner(patterns),
      createOnigString: (text) => new OnigString(text),
    }),
    loadGrammar: (scopeName) =>
      Promise.resolve(
        scopeName === 'source.yaml.psirt'
          ? parseRawGrammar(readFileSync(grammarPath, 'utf8'), grammarPath)
          : base.load(scopeName),
      ),
  });
}

async function grammarOf(registry: Registry, scopeName: string): Promise<IGrammar> {
  const grammar = await registry.loadGrammar(scopeName);
  assert.ok(grammar, scopeName);
  return grammar;
}
