import assert from 'node:assert/strict';
import { languages } from '../../../../src/messages/messages';
import { Session } from '../../../support/session';
import { examples, exampleSession, reportOf } from '../../../support/reports';
import { faultsOf, unchecked } from '../../../support/oscal-schemas';
import { yaml } from '../../../support/yaml';

interface Property {
  readonly name: string;
  readonly value: string;
  readonly class?: string;
}

interface Results {
  readonly 'assessment-results': {
    readonly uuid: string;
    readonly metadata: { readonly 'last-modified': string };
    readonly results: readonly {
      readonly uuid: string;
      readonly props?: readonly Property[];
      readonly findings?: readonly {
        readonly uuid: string;
        readonly props: readonly Property[];
        readonly target: { readonly 'target-id': string; readonly status: { readonly state: string } };
      }[];
      readonly observations?: readonly { readonly description: string; readonly 'relevant-evidence'?: object[] }[];
    }[];
  };
}

interface Part {
  readonly id: string;
  readonly name: string;
  readonly parts?: readonly Part[];
  readonly prose: string;
}

interface Catalog {
  readonly catalog: {
    readonly groups: readonly {
      readonly controls: readonly { readonly id: string; readonly parts: readonly Part[] }[];
    }[];
  };
}

const oscal = ['--format', 'oscal'];

/** Where two documents differ, as paths of keys. */
function differences(one: unknown, other: unknown, path = ''): string[] {
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return one === other ? [] : [path];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap((key) =>
    differences((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key], `${path}/${key}`),
  );
}

const hostile = `subject: " # <b>x</b> [a](javascript:x)\\n\\tb "
assessors: [" ", "\\u202eA\\nB", "@someone"]
services:
  "1.1":
    score: 1
    evidence: ["a b [c].md#d#e", "javascript:alert(1)", "%zz", " ", { link: "\\\\x\\\\y", note: "# <i>" }]
    note: "\\n<script>\\n# x"
    plan: [{ action: " ", owner: "\\n", due: 2027-01-31 }, { action: "*x*", done: true }]
  "1.2": { excluded: "" }
  "1.3": { excluded: "# <u>" }
`;

describe('assessment results of OSCAL', () => {
  let session: Session;
  before(() => {
    session = exampleSession().write({
      'hostile.psirt.yaml': hostile,
      'empty.psirt.yaml': '',
      'broken.psirt.yaml': 'services: { "1.1": 2\n',
    });
  });
  after(() => session.remove());

  const results = async (file: string) => JSON.parse(await reportOf(session, file, oscal)) as Results;

  for (const file of [
    ...examples.map((name) => `${name}.psirt.yaml`),
    '.',
    ...['hostile', 'empty', 'broken'].map((name) => `${name}.psirt.yaml`),
  ]) {
    for (const language of languages) {
      it(`are valid by NIST’s schema: ${file} (${language})`, async function () {
        const json = await reportOf(session, file, [...oscal, '--lang', language]);
        const faults = faultsOf('assessment-results', json);
        if (!faults) {
          this.test!.title += `: ${unchecked}`;
          this.skip();
        }
        assert.deepEqual(faults, []);
      });
    }
  }

  it('give each score with its target, and averages that are not rounded', async () => {
    const [result] = (await results('edge-router.psirt.yaml'))['assessment-results'].results;
    const average = result?.props?.find(({ name, class: area }) => name === 'average' && !area);
    assert.equal(Number(average?.value), 62 / 26);
    const finding = result?.findings?.find(({ target }) => target['target-id'] === 'service-1.2_objective');
    const value = (name: string) => finding?.props.find((one) => one.name === name)?.value;
    assert.deepEqual([value('score'), value('target'), value('gap')], ['2', '3', '1']);
    assert.equal(finding?.target.status.state, 'not-satisfied');
  });

  it('differ only where something changed when one score does', async () => {
    const text = session.read('edge-router.psirt.yaml');
    const before = await results('edge-router.psirt.yaml');
    session.write({ 'later/edge-router.psirt.yaml': text.replace('"3.2": 2', '"3.2": 5') });
    const after = await results('later/edge-router.psirt.yaml');
    const changed = differences(before, after);
    assert.ok(changed.length > 2);
    assert.deepEqual(
      changed.filter(
        (path) =>
          path !== '/assessment-results/uuid' &&
          !/^\/assessment-results\/results\/0\/(props\/\d+\/value|(observations|findings|risks)\/\d+\/(description|statement|props|target))/.test(
            path,
          ),
      ),
      [],
    );
    const places = changed.flatMap((path) => /\/(?:observations|findings)\/(\d+)/.exec(path)?.[1] ?? []);
    assert.ok(new Set(places).size <= 2, 'one observation and one finding');
  });

  it('are the same whenever they are made, for a file that says when it was assessed', async () => {
    const made = (today: string) =>
      session.run(['report', 'edge-router.psirt.yaml', ...oscal, '--today', today]).then(({ stdout }) => stdout);
    assert.equal(await made('2026-12-01'), await made('2027-12-01'));
  });

  it('lead to files and pages alone', async () => {
    const [result] = (await results('hostile.psirt.yaml'))['assessment-results'].results;
    const evidence = result?.observations?.[0]?.['relevant-evidence'] as { href?: string }[];
    assert.deepEqual(
      evidence.map(({ href }) => href),
      ['a%20b%20%5Bc%5D.md#d%23e', undefined, undefined, '', '%5Cx%5Cy'],
    );
  });

  it('tell assessments of one subject apart by their days', async () => {
    const of = (day: string) => yaml`
      subject: Router
      assessed: ${day}
      services: { "1.1": 2 }
    `;
    session.write({ 'two/a.psirt.yaml': of('2026-01-01'), 'two/b.psirt.yaml': of('2026-06-01') });
    const json = await reportOf(session, 'two', oscal);
    const uuids = [...json.matchAll(/"uuid": "([^"]+)"/g)].map(([, uuid]) => uuid);
    assert.equal(new Set(uuids).size, uuids.length);
  });
});

describe('the catalogue of OSCAL', () => {
  const session = new Session();
  after(() => session.remove());

  for (const args of [[], ['1'], ['6.3']]) {
    for (const language of languages) {
      it(`is valid by NIST’s schema: ${args.join(' ') || 'all'} (${language})`, async function () {
        const { stdout } = await session.run(['sheet', ...args, ...oscal, '--lang', language]);
        const faults = faultsOf('catalog', stdout);
        if (!faults) {
          this.test!.title += `: ${unchecked}`;
          this.skip();
        }
        assert.deepEqual(faults, []);
      });
    }
  }

  it('has every service with its objective, levels and criteria, and no id twice', async () => {
    const { stdout } = await session.run(['sheet', ...oscal]);
    const controls = (JSON.parse(stdout) as Catalog).catalog.groups.flatMap((group) => group.controls);
    assert.equal(controls.length, 28);
    const parts = controls.flatMap((control) => control.parts);
    assert.equal(parts.filter(({ name }) => name === 'level').length, 151);
    assert.equal(parts.filter(({ name }) => name === 'assessment-objective').length, 28);
    const ids = [...stdout.matchAll(/"id": "([^"]+)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('has what findings are about', async () => {
    const { stdout } = await session.run(['sheet', ...oscal]);
    assert.ok(stdout.includes('"service-1.2_objective"'));
  });
});

interface Mappings {
  readonly 'mapping-collection': {
    readonly mappings: readonly {
      readonly maps: readonly { readonly targets: readonly { readonly 'id-ref': string }[] }[];
    }[];
  };
}

describe('the mapping collection of OSCAL', () => {
  const session = new Session();
  after(() => session.remove());
  const own = `source: house
title: "House *rules* [x](y) <b>"
requirements:
  "R-1": { subject: "[x](y) <b>", services: { "1.1": 6 } }
`;

  for (const args of [[], ['cra'], ['house.psirt-crosswalk.yaml']]) {
    for (const language of languages) {
      it(`is valid by NIST’s schema: ${args.join(' ') || 'all'} (${language})`, async function () {
        session.write({ 'house.psirt-crosswalk.yaml': own });
        const { stdout, stderr } = await session.run(['crosswalk', ...args, ...oscal, '--lang', language]);
        assert.equal(stderr, '');
        const faults = faultsOf('mapping', stdout);
        if (!faults) {
          this.test!.title += `: ${unchecked}`;
          this.skip();
        }
        assert.deepEqual(faults, []);
      });
    }
  }

  it('leads to controls and parts of the catalogue', async () => {
    const catalog = (await session.run(['sheet', ...oscal])).stdout;
    const { mappings } = (JSON.parse((await session.run(['crosswalk', ...oscal])).stdout) as Mappings)[
      'mapping-collection'
    ];
    const ids = new Set([...catalog.matchAll(/"id": "([^"]+)"/g)].map(([, id]) => id));
    const targets = mappings.flatMap(({ maps }) => maps.flatMap(({ targets: own }) => own.map((one) => one['id-ref'])));
    assert.ok(targets.length > 100);
    assert.deepEqual(
      targets.filter((id) => !ids.has(id)),
      [],
    );
  });
});
