import assert from 'node:assert/strict';
import { version } from '../../../package.json';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import type { AssessmentLine } from '../../../src/report/check/json-lines-model';
import type { AssessmentResult } from '../../../src/report/check/result';
import { allScored, highTargets, parsed, Session } from '../cli/session';

const root = join(__dirname, '..', '..', '..');
const examples = join(root, 'examples');

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
      readonly region: Record<string, number>;
    };
    readonly logicalLocations?: { readonly fullyQualifiedName: string }[];
  }[];
  readonly relatedLocations?: {
    readonly physicalLocation: { readonly region: Record<string, number> };
    readonly message: { readonly text: string };
  }[];
  readonly partialFingerprints: { readonly primaryLocationLineHash: string };
  readonly suppressions: { readonly kind: string; readonly status: string; readonly justification?: string }[];
}
interface Sarif {
  readonly runs: [
    {
      readonly tool: {
        readonly driver: {
          readonly language: string;
          readonly rules: { id: string; shortDescription: { text: string }; defaultConfiguration: { level: string } }[];
        };
      };
      readonly invocations: [
        { readonly executionSuccessful: boolean; readonly toolExecutionNotifications: { message: { text: string } }[] },
      ];
      readonly artifacts: {
        location: { uri: string };
        properties: Pick<AssessmentResult, 'subject' | 'assessed' | 'overall' | 'areas'>;
      }[];
      readonly results: SarifResult[];
    },
  ];
}

describe('The formats of check for other programs', () => {
  let session: Session;
  beforeEach(() => (session = new Session()));
  afterEach(() => session.remove());

  const run = async (format: string, ...args: string[]) =>
    (await session.run(['check', '--format', format, '--today', '2026-11-23', ...args])).stdout;
  const lines = async (...args: string[]) =>
    (await run('jsonl', ...args))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as AssessmentLine);
  const sarif = async (...args: string[]) => JSON.parse(await run('sarif', ...args)) as Sarif;
  const results = async (...args: string[]) => (await sarif(...args)).runs[0].results;

  const one = (services: string, more = '') =>
    session.write({
      'a.psirt.yaml': `sheet: psirt-maturity@1.0\nsubject: Router\ntarget: 0\n${more}rules: { missing-score: off }\nservices:\n${services}`,
    });

  describe('JSON Lines', () => {
    it('keep to their published schema', async () => {
      const published = JSON.parse(readFileSync(join(root, 'schemas', 'result-line.schema.json'), 'utf8')) as object;
      session.write({ 'broken.psirt.yaml': 'subject: [\n', 'empty.psirt.yaml': '' });
      const validate = new Ajv({ strict: true, strictTypes: false }).compile(published);
      for (const line of [...(await lines(examples)), ...(await lines('.', '--lang', 'ja'))])
        assert.ok(validate(line), JSON.stringify(validate.errors));
    });

    it('give one assessment a line, with the numbers of the JSON', async () => {
      const printed = await run('jsonl', examples);
      assert.match(printed, /^(\{[^\n]*\}\n)+$/);
      const { assessments } = parsed(
        await session.run(['check', examples, '--format', 'json', '--today', '2026-11-23']),
      );
      const found = await lines(examples);
      assert.deepEqual(
        found.map(({ path }) => path),
        assessments.map(({ path }) => path),
      );
      for (const [index, { overall, areas, services, problems }] of assessments.entries()) {
        const line = found[index] ?? assert.fail();
        const { belowTarget, ...numbers } = overall;
        for (const [key, value] of Object.entries({ ...numbers, below_target: belowTarget }))
          assert.equal(line[key as keyof AssessmentLine], value);
        assert.deepEqual(
          line.areas.map(({ mean }) => mean),
          areas.map(({ mean }) => mean),
        );
        assert.deepEqual(
          line.services.map(({ id, score, gap }) => [id, score, gap]),
          services.map(({ id, score, gap }) => [id, score, gap]),
        );
        assert.deepEqual(
          line.problems.map((at) => [at.rule, at.line, at.column]),
          problems.map(({ rule, range: { start } }) => [rule, start.line + 1, start.character + 1]),
        );
        assert.equal(line.errors + line.warnings + line.infos, problems.length);
      }
    });

    it('hold nothing but lists of scalars below their scalars: databases make tables of them', async () => {
      const isScalar = (value: unknown) => typeof value !== 'object' || value === null;
      for (const line of await lines(examples)) {
        for (const value of Object.values(line))
          assert.ok(isScalar(value) || (value as object[]).every((record) => Object.values(record).every(isScalar)));
      }
    });

    it('stay one line each, whatever a file says, and print nothing a terminal would act on', async () => {
      session.write({ 'a.psirt.yaml': 'subject: "a\\nb\\r\\u2028\\u0085\\e[31m\\u202Ec"\n' });
      const printed = await run('jsonl');
      assert.equal(printed.split(/[\n\r\u2028\u0085]/).length, 2);
      assert.doesNotMatch(printed, /[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e]/);
      assert.equal((await lines())[0]?.subject, 'a\nb\r\u2028\u0085\u001b[31m\u202ec');
    });
  });

  describe('SARIF', () => {
    it('is valid by the schema of SARIF 2.1.0, in both languages, for the examples and for files full of mistakes', async () => {
      // As the npm package @microsoft/jest-sarif carries it; written for an older draft, the same but for the names of two keys.
      const schema = JSON.parse(readFileSync(join(__dirname, 'sarif-2.1.0.schema.json'), 'utf8')) as Record<
        string,
        unknown
      >;
      for (const key of ['$schema', 'id']) delete schema[key];
      const ajv = new Ajv({ strict: false, unicodeRegExp: false });
      addFormats(ajv);
      const validate = ajv.compile(schema);
      session.write({
        'broken.psirt.yaml': 'subject: [\n',
        'empty.psirt.yaml': '',
        'odd name #1 %41.psirt.yaml': 'services: { "9.9": x }',
      });
      for (const path of [examples, '.']) {
        for (const language of ['en', 'ja']) {
          const log = await sarif(path, '--lang', language);
          assert.ok(validate(log), JSON.stringify(validate.errors, null, 2));
          assert.equal(log.runs[0].tool.driver.language, language);
        }
      }
      assert.equal(validate({ version: '2.1.0' }), false);
    });

    it('leads from a problem that stands for many services to each of them', async () => {
      session.write({ 'many.psirt.yaml': allScored(3) });
      const [only, ...others] = (await sarif('many.psirt.yaml')).runs[0].results;
      assert.deepEqual([only?.ruleId, others.length, only?.relatedLocations?.length], ['missing-evidence', 0, 25]);
      const [first] = only?.relatedLocations ?? [];
      assert.equal(first?.message.text, '1.1 Internal stakeholders');
      assert.deepEqual(first?.physicalLocation.region, { startLine: 6, startColumn: 10, endLine: 6, endColumn: 11 });
    });

    it('says of each problem what the JSON says, with lines and columns from 1', async () => {
      const { assessments } = parsed(
        await session.run(['check', examples, '--format', 'json', '--today', '2026-11-23']),
      );
      const { runs } = await sarif(examples);
      const open = runs[0].results.filter(({ suppressions }) => suppressions.length === 0);
      const level = { error: 'error', warning: 'warning', info: 'note' };
      assert.deepEqual(
        open.map(({ ruleId, level, message, locations: [at] }) => [
          ruleId,
          level,
          message.text,
          at?.physicalLocation.region,
        ]),
        assessments.flatMap(({ problems }) =>
          problems.map(({ rule, severity, message, range: { start, end } }) => [
            ...[rule, level[severity], message],
            {
              startLine: start.line + 1,
              startColumn: start.character + 1,
              endLine: end.line + 1,
              endColumn: end.character + 1,
            },
          ]),
        ),
      );
      assert.deepEqual(
        runs[0].artifacts.map(({ properties }) => properties),
        assessments.map(({ subject, assessed, overall, areas }) => ({ subject, assessed, overall, areas })),
      );
      const { rules } = runs[0].tool.driver;
      for (const { ruleId, ruleIndex } of runs[0].results) assert.equal(rules[ruleIndex]?.id, ruleId);
    });

    it('explains every rule in the language of the user', async () => {
      const rule = async (language: string) =>
        (await sarif(examples, '--lang', language)).runs[0].tool.driver.rules.find(({ id }) => id === 'below-target');
      assert.match((await rule('en'))?.shortDescription.text ?? '', /below its target/);
      assert.match((await rule('ja'))?.shortDescription.text ?? '', /目標/);
    });

    it('has what code hosts ask for besides the schema: names and descriptions of rules, of the tool, of the run', async () => {
      const log = async (env: Record<string, string>) => {
        const { stdout } = await session.run(['check', examples, '--format', 'sarif'], { env });
        return (
          JSON.parse(stdout) as { runs: [{ tool: { driver: Record<string, unknown> }; automationDetails: object }] }
        ).runs[0];
      };
      const { tool, automationDetails } = await log({ GITHUB_ACTIONS: 'true' });
      assert.deepEqual(automationDetails, { id: 'psirt-maturity/' });
      assert.equal(tool.driver['fullName'], `PSIRT Maturity ${version}`);
      assert.match(String(tool.driver['informationUri']), /^https:\/\/[^ ]+\/psirt-maturity$/);
      for (const { name, fullDescription, help } of tool.driver['rules'] as Record<string, { text?: string }>[]) {
        assert.match(String(name), /^([A-Z][a-z]+)+$/);
        assert.ok(fullDescription?.text && help?.text);
      }
      const pipeline = {
        TF_BUILD: 'True',
        SYSTEM_DEFINITIONID: '7',
        BUILD_DEFINITIONNAME: 'nightly',
        SYSTEM_PHASEID: 'a',
        SYSTEM_PHASENAME: 'Job',
      };
      const prefix = 'azuredevops/pipeline/build/';
      assert.deepEqual((await log(pipeline)).automationDetails, {
        id: `${prefix}psirt-maturity/${version}`,
        properties: {
          [`${prefix}buildDefinitionId`]: '7',
          [`${prefix}buildDefinitionName`]: 'nightly',
          [`${prefix}phaseId`]: 'a',
          [`${prefix}phaseName`]: 'Job',
        },
      });
    });

    it('gives standard input no address', async () => {
      const { stdout } = await session.run(['check', '-', '--format', 'sarif'], { stdin: 'services: { "9.9": 1 }\n' });
      const { artifacts, results } = (
        JSON.parse(stdout) as { runs: [{ artifacts: { location: object }[]; results: Sarif['runs'][0]['results'] }] }
      ).runs[0];
      assert.deepEqual(
        artifacts.map(({ location }) => location),
        [{ description: { text: '<standard input>' } }],
      );
      for (const {
        locations: [at],
      } of results)
        assert.equal(at?.physicalLocation.artifactLocation.uri, undefined);
    });

    it('names files from the root of the repository, percent-encoded, and by absolute address outside of it', async () => {
      mkdirSync(join(session.folder, 'repo/.git'), { recursive: true });
      session.write({ 'repo/sub/日本 #1.psirt.yaml': '"x', 'elsewhere/b%.psirt.yaml': '"x' });
      const printed = await session.run(['check', '.', '../../elsewhere', '--format', 'sarif'], { folder: 'repo/sub' });
      const found = (JSON.parse(printed.stdout) as Sarif).runs[0].results.map(
        ({ locations: [at] }) => at?.physicalLocation.artifactLocation,
      );
      assert.deepEqual(found, [
        { uri: `file://${session.folder}/elsewhere/b%25.psirt.yaml`, index: 0 },
        { uri: 'sub/%E6%97%A5%E6%9C%AC%20%231.psirt.yaml', uriBaseId: '%SRCROOT%', index: 1 },
      ]);
    });

    it('suppresses what was decided: an excluded service is no missing score, for the reason given', async () => {
      session.write({
        'a.psirt.yaml': 'services:\n  "1.1": 2\n  "5.1":\n    excluded: We ship directly\n  "5.2":\n    excluded:\n',
      });
      const suppressed = (await results()).filter(({ suppressions }) => suppressions.length > 0);
      assert.deepEqual(
        suppressed.map(({ ruleId, level, suppressions, locations: [at] }) => [
          ruleId,
          level,
          suppressions,
          at?.physicalLocation.region['startLine'],
          at?.logicalLocations?.[0]?.fullyQualifiedName,
        ]),
        [
          [
            'missing-score',
            'note',
            [{ kind: 'inSource', justification: 'We ship directly', status: 'accepted' }],
            3,
            'services.5.1',
          ],
          ['missing-score', 'note', [{ kind: 'inSource', status: 'underReview' }], 5, 'services.5.2'],
        ],
      );
      assert.deepEqual(
        (await results('--rule', 'missing-score=off')).filter(({ suppressions }) => suppressions.length > 0),
        [],
      );
    });

    it('gives a problem the same fingerprint when lines move and scores change, and different ones to different problems', async () => {
      const prints = async () =>
        (await results()).map(
          ({ ruleId, partialFingerprints }) => `${ruleId} ${partialFingerprints.primaryLocationLineHash}`,
        );
      one('  "1.1": 3\n  "1.2": { score: 4, evidence: [gone.md, lost.md] }\n');
      const before = await prints();
      assert.equal(new Set(before).size, before.length);
      assert.equal(before.length, 3);
      one(
        '\n\n  # moved\n  "1.1": 4\n  "1.3": 1\n  "1.2": { score: 3, evidence: [README.md, gone.md, lost.md] }\n',
        'assessors: [Nobody]\n',
      );
      session.write({ 'README.md': '' });
      assert.deepEqual(await prints(), before);
    });

    it('reports files that could not be read', async () => {
      session.write({ 'a.psirt.yaml': allScored(2), 'sjis.psirt.yaml': Uint8Array.of(0x82, 0xa0) });
      const [{ invocations }] = (await sarif()).runs;
      assert.equal(invocations[0].executionSuccessful, false);
      assert.match(
        invocations[0].toolExecutionNotifications[0]?.message.text ?? '',
        /sjis\.psirt\.yaml: not a UTF-8 text file/,
      );
    });

    it('makes no link and no placeholder of what a file says', async () => {
      one('  "1.1": { score: 3, evidence: ["[click](command:evil) \\\\](x) {0}.md"] }\n');
      const text = (await results()).map(({ message }) => message.text).join('\n');
      assert.match(text, /\[click\\\]\(command:evil\) \\\\\\\]\(x\) \{\{0\}\}/);
    });
  });

  describe('GitHub annotations', () => {
    it('are a workflow command for each problem, of the kind of its severity', async () => {
      session.write({
        'a.psirt.yaml':
          'sheet: psirt-maturity@1.0\nrules: { missing-score: off, average-below-target: off }\nservices:\n  "1.1": 9\n  "1.2": 2\n  "1.3": 3\n',
      });
      assert.deepEqual((await run('github')).split('\n'), [
        '::error file=a.psirt.yaml,line=4,endLine=4,col=10,endColumn=11,title=invalid-value::A score is a whole number from 0 to 5, not “9”.',
        '::warning file=a.psirt.yaml,line=5,endLine=5,col=10,endColumn=11,title=below-target::1.2: score 2 is 0.5 below the target of 2.5. Level 3 asks for: Finder activities and aims documented per department.',
        '::notice file=a.psirt.yaml,line=6,endLine=6,col=10,endColumn=11,title=missing-evidence::1.3 is scored 3 without evidence. From level 3 upwards, cite the document that supports the score.',
        '1 assessment: 1 error, 1 warning, 1 info',
        '',
      ]);
    });

    it('escape what would end a command, a property or a line', async () => {
      session.write({
        'a, b:c%.psirt.yaml':
          'sheet: psirt-maturity@1.0\ntarget: 0\nrules: { missing-score: off }\nservices: { "1.1": { score: 3, evidence: ["x%\\n::error::gone, \\e[31mred"] } }',
      });
      const printed = await run('github');
      assert.match(printed, /file=a%2C b%3Ac%25\.psirt\.yaml,line=4,/);
      assert.equal(printed.match(/^::/gm)?.length, 1);
      assert.match(printed, /x%25 : :error::gone, \ufffd\[31mred/);
    });

    it('say so when there are more than a runner shows', async () => {
      session.write({ 'a.psirt.yaml': allScored(3, highTargets) });
      assert.match(await run('github'), /GitHub shows the first 10 annotations of each kind/);
      assert.doesNotMatch(await run('github', '--rule', 'below-target=off'), /GitHub shows/);
    });

    it('have no place for standard input', async () => {
      const { stdout } = await session.run(['check', '-', '--format', 'github'], { stdin: '"x' });
      assert.match(stdout, /^::error title=yaml-syntax::/);
    });
  });

  it('count the same problems in every format', async () => {
    const { summary } = parsed(await session.run(['check', examples, '--format', 'json', '--today', '2026-11-23']));
    const counts = async (format: string, kinds: readonly RegExp[]) => {
      const printed = await run(format, examples);
      return kinds.map((kind) => printed.match(kind)?.length ?? 0);
    };
    const expected = [summary.errors, summary.warnings, summary.infos];
    assert.deepEqual(await counts('github', [/^::error/gm, /^::warning/gm, /^::notice/gm]), expected);
    assert.deepEqual(
      await counts('jsonl', [/"severity":"error"/g, /"severity":"warning"/g, /"severity":"info"/g]),
      expected,
    );
    const open = (await results(examples)).filter(({ suppressions }) => suppressions.length === 0);
    assert.deepEqual(
      ['error', 'warning', 'note'].map((level) => open.filter((result) => result.level === level).length),
      expected,
    );
  });
});
