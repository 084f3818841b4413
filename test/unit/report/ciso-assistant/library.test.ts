/**
 * What we write is what the importers of CISO Assistant ask for (`backend/library/utils.py`,
 * `backend/data_wizard/views.py` of its repository).
 */
import assert from 'node:assert/strict';
import Papa from 'papaparse';
import { parse } from 'yaml';
import { languages } from '../../../../src/messages/messages';
import { Session } from '../../../support/session';
import { exampleSession, reportOf } from '../../../support/reports';
import { yaml } from '../../../support/yaml';

interface Score {
  readonly score: number;
  readonly name: string;
  readonly description: string;
  readonly translations: Readonly<Record<string, { readonly name: string; readonly description: string }>>;
}

interface Node {
  readonly urn: string;
  readonly assessable: boolean;
  readonly depth: number;
  readonly parent_urn?: string;
  readonly ref_id: string;
  readonly name: string;
  readonly scores_definition_ref?: string;
  readonly translations: Readonly<Record<string, { readonly name: string }>>;
}

interface MappingSet {
  readonly source_framework_urn: string;
  readonly target_framework_urn: string;
  readonly requirement_mappings: readonly {
    readonly source_requirement_urn: string;
    readonly target_requirement_urn: string;
    readonly relationship: string;
    readonly strength_of_relationship: number;
  }[];
}

interface Library {
  readonly urn: string;
  readonly locale: string;
  readonly version: number;
  readonly dependencies: readonly string[];
  readonly objects: {
    readonly framework: {
      readonly min_score: number;
      readonly max_score: number;
      readonly scores_definition: {
        readonly scale: readonly Score[];
        readonly alternatives: Readonly<Record<string, readonly Score[]>>;
      };
      readonly requirement_nodes: readonly Node[];
    };
    readonly requirement_mapping_sets: readonly MappingSet[];
  };
}

/** As CISO Assistant takes a name: by `match_urn` of its models. */
const urn = /^urn:[\w-]+:[\w-]+:[\w-]+(?::[\w-]+)?:[\w[\]().:-]+$/;
const format = ['--format', 'ciso-assistant'];

describe('the sheet as a library of CISO Assistant', () => {
  const session = new Session();
  after(() => session.remove());
  const library = async (...args: string[]) =>
    parse((await session.run(['sheet', ...format, ...args])).stdout, { version: '1.1' }) as Library;

  for (const language of languages) {
    it(`has what its importer asks for, with the other language as translations (${language})`, async () => {
      const { urn: name, locale, version, objects } = await library('--lang', language);
      assert.match(name, urn);
      assert.deepEqual([locale, version], [language, 1]);
      const { requirement_nodes: nodes } = objects.framework;
      assert.deepEqual([nodes.length, nodes.filter(({ assessable }) => assessable).length], [34, 27]);
      const other = languages.find((one) => one !== language) ?? '';
      for (const node of nodes) {
        assert.match(node.urn, urn);
        assert.ok(node.name && node.translations[other]?.name, node.ref_id);
        assert.ok(node.depth === 1 || nodes.some(({ urn: parent }) => parent === node.parent_urn), node.ref_id);
      }
      assert.equal(new Set(nodes.map((node) => node.urn)).size, nodes.length);
    });
  }

  it('gives each service the texts of its levels, one for every score', async () => {
    const { framework } = (await library()).objects;
    const { alternatives, scale } = framework.scores_definition;
    const scores = [0, 1, 2, 3, 4, 5];
    assert.deepEqual([framework.min_score, framework.max_score], [0, 5]);
    assert.deepEqual(
      scale.map(({ score }) => score),
      scores,
    );
    for (const { assessable, scores_definition_ref: name = '' } of framework.requirement_nodes) {
      assert.equal(name !== '', assessable);
      if (!assessable) continue;
      assert.deepEqual(
        alternatives[name]?.map(({ score }) => score),
        scores,
      );
      assert.ok(alternatives[name]?.every((level) => level.name && level.translations['ja']?.description));
    }
    assert.match(alternatives['service-4.4']?.[1]?.name ?? '', /not described/);
  });

  it('is the whole sheet, always: part of it would replace it', async () => {
    const { status, stderr } = await session.run(['sheet', '1', ...format]);
    assert.equal(status, 2);
    assert.match(stderr, /writes the whole sheet: leave out “1”/);
  });

  it('has an organisation’s own wording as text', async () => {
    session.write({
      'sheet.psirt-wording.yaml': yaml`
        language: en
        title: x
        services:
          "1.1":
            title: "on: [x] # \\u202e"
      `,
    });
    const nodes = (await library()).objects.framework.requirement_nodes;
    assert.equal(nodes.find(({ ref_id: id }) => id === '1.1')?.name, 'on: [x] # \ufffd');
  });
});

describe('an assessment as an audit of CISO Assistant', () => {
  let session: Session;
  before(() => (session = exampleSession()));
  after(() => session.remove());

  const rowsOf = async (file: string) =>
    Papa.parse<Record<string, string>>((await reportOf(session, file, format)).replace(/^\ufeff/, ''), {
      header: true,
      skipEmptyLines: true,
    }).data;

  it('has a row for every node of the library, under its names', async () => {
    const { stdout } = await session.run(['sheet', ...format]);
    const nodes = (parse(stdout) as Library).objects.framework.requirement_nodes;
    const rows = await rowsOf('edge-router.psirt.yaml');
    assert.deepEqual(
      rows.map(({ urn: name, ref_id: id, assessable }) => [name, id, assessable]),
      nodes.map((node) => [node.urn, node.ref_id, node.assessable ? 'True' : 'False']),
    );
  });

  it('says what each score means there: measured by its target', async () => {
    session.write({
      'all.psirt.yaml': `target: 3
services:
  "1.1": 3
  "1.2": 2
  "1.3": 0
  "1.4": { excluded: Not ours }
  "1.6": { score: 4, note: "=1+1", plan: [{ action: Go on, done: true }] }
`,
    });
    const rows = await rowsOf('all.psirt.yaml');
    const of = (id: string) => {
      const row = rows.find(({ ref_id: own }) => own === id);
      return [row?.['compliance_result'], row?.['requirement_progress'], row?.['score'], row?.['observations']];
    };
    assert.deepEqual(of('1.1'), ['compliant', 'done', '3', '']);
    assert.deepEqual(of('1.2'), ['partially_compliant', 'done', '2', '']);
    assert.deepEqual(of('1.3'), ['non_compliant', 'done', '0', '']);
    assert.deepEqual(of('1.4'), ['not_applicable', 'done', '', 'Not ours']);
    assert.deepEqual(of('1.5'), ['not_assessed', 'to_do', '', '']);
    assert.deepEqual(of('1.6'), ['compliant', 'done', '4', "'=1+1\n\nPlan\nGo on; done"]);
  });

  it('is of one assessment: an audit is made of each table', async () => {
    const { status } = await session.run(['report', '.', ...format]);
    assert.equal(status, 2);
  });
});

describe('a crosswalk as mapping sets of CISO Assistant', () => {
  const session = new Session();
  after(() => session.remove());
  const run = (...args: string[]) => session.run(['crosswalk', ...args, ...format]);

  it('has two sets for each source, of which one is the other turned', async () => {
    const { requirement_mapping_sets: sets } = (parse((await run()).stdout) as Library).objects;
    assert.equal(sets.length, 6);
    const turned: Record<string, string> = { subset: 'superset', superset: 'subset' };
    for (let index = 0; index < sets.length; index += 2) {
      const [there, back] = [sets[index]!, sets[index + 1]!];
      assert.deepEqual(
        [there.source_framework_urn, there.target_framework_urn],
        [back.target_framework_urn, back.source_framework_urn],
      );
      assert.match(there.source_framework_urn, /^urn:psirt-maturity:risk:framework:psirt-maturity-1\.0$/);
      assert.deepEqual(
        there.requirement_mappings.map((one) => ({
          ...one,
          source_requirement_urn: one.target_requirement_urn,
          target_requirement_urn: one.source_requirement_urn,
          relationship: turned[one.relationship] ?? one.relationship,
        })),
        back.requirement_mappings,
      );
      for (const { relationship, strength_of_relationship: strength } of there.requirement_mappings) {
        assert.match(relationship, /^(equal|subset|superset|intersect)$/);
        assert.ok(strength >= 1 && strength <= 10);
      }
    }
  });

  it('refuses a source that CISO Assistant does not have, and the numbers of an assessment', async () => {
    const unknown = await run('iso-30111');
    assert.deepEqual([unknown.status, unknown.stdout], [2, '']);
    assert.match(unknown.stderr, /no framework for “iso-30111”; .*cra, ssdf, iec-62443-4-1/);
    session.write({ 'a.psirt.yaml': '' });
    const numbers = await run('cra', '--assessment', 'a.psirt.yaml');
    assert.match(numbers.stderr, /no place for the numbers/);
  });
});
