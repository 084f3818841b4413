import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { version } from '../../../../package.json';
import { allScored, parsed } from '../../../support/session';
import { checks, examples, type Sarif } from '../../../support/printed-checks';
import { languages } from '../../../../src/messages/messages';
import { yaml } from '../../../support/yaml';

describe('SARIF', () => {
  const checked = checks();
  const { results, sarif } = checked;
  const one = (services: string, more = '') =>
    checked.session.write({
      'a.psirt.yaml': yaml`
        sheet: psirt-maturity@1.0
        subject: Router
        target: 0
        ${more}rules: { missing-score: off }
        services:
        ${services}`,
    });

  it('is valid by the schema of SARIF 2.1.0, in both languages, for the examples and for files full of mistakes', async () => {
    // As the npm package @microsoft/jest-sarif carries it; written for an older draft, the same but for the names of
    // two keys.
    const schema = JSON.parse(readFileSync(join(__dirname, 'sarif-2.1.0.schema.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    for (const key of ['$schema', 'id']) delete schema[key];
    const ajv = new Ajv({ strict: false, unicodeRegExp: false });
    addFormats(ajv);
    const validate = ajv.compile(schema);
    checked.session.write({
      'broken.psirt.yaml': 'subject: [\n',
      'empty.psirt.yaml': '',
      'odd name #1 %41.psirt.yaml': 'services: { "9.9": x }',
    });
    for (const path of [examples, '.']) {
      for (const language of languages) {
        const log = await sarif(path, '--lang', language);
        assert.ok(validate(log), JSON.stringify(validate.errors, null, 2));
        assert.equal(log.runs[0].tool.driver.language, language);
      }
    }
    assert.equal(validate({ version: '2.1.0' }), false);
  });

  it('leads from a problem that stands for many services to each of them', async () => {
    checked.session.write({ 'many.psirt.yaml': allScored(3) });
    const [only, ...others] = (await sarif('many.psirt.yaml')).runs[0].results;
    assert.deepEqual([only?.ruleId, others.length, only?.relatedLocations?.length], ['missing-evidence', 0, 25]);
    const [first] = only?.relatedLocations ?? [];
    assert.equal(first?.message.text, '1.1 Internal stakeholders');
    assert.deepEqual(first?.physicalLocation.region, { startLine: 6, startColumn: 10, endLine: 6, endColumn: 11 });
  });

  it('says of each problem what the JSON says, with lines and columns from 1', async () => {
    const { assessments } = parsed(
      await checked.session.run(['check', examples, '--format', 'json', '--today', '2026-11-23']),
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
          rule,
          level[severity],
          message,
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
      const { stdout } = await checked.session.run(['check', examples, '--format', 'sarif'], { env });
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
    const { stdout } = await checked.session.run(['check', '-', '--format', 'sarif'], {
      stdin: 'services: { "9.9": 1 }\n',
    });
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
    mkdirSync(join(checked.session.folder, 'repo/.git'), { recursive: true });
    checked.session.write({ 'repo/sub/日本 #1.psirt.yaml': '"x', 'elsewhere/b%.psirt.yaml': '"x' });
    const printed = await checked.session.run(['check', '.', '../../elsewhere', '--format', 'sarif'], {
      folder: 'repo/sub',
    });
    const found = (JSON.parse(printed.stdout) as Sarif).runs[0].results.map(
      ({ locations: [at] }) => at?.physicalLocation.artifactLocation,
    );
    assert.deepEqual(found, [
      { uri: `file://${checked.session.folder}/elsewhere/b%25.psirt.yaml`, index: 0 },
      { uri: 'sub/%E6%97%A5%E6%9C%AC%20%231.psirt.yaml', uriBaseId: '%SRCROOT%', index: 1 },
    ]);
  });

  it('suppresses what was decided: an excluded service is no missing score, for the reason given', async () => {
    checked.session.write({
      'a.psirt.yaml': yaml`
        services:
          "1.1": 2
          "5.1":
            excluded: We ship directly
          "5.2":
            excluded:
      `,
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
    one(yaml`
        "1.1": 3
        "1.2": { score: 4, evidence: [gone.md, lost.md] }
    `);
    const before = await prints();
    assert.equal(new Set(before).size, before.length);
    assert.equal(before.length, 3);
    one(
      '\n\n  # moved\n  "1.1": 4\n  "1.3": 1\n  "1.2": { score: 3, evidence: [README.md, gone.md, lost.md] }\n',
      'assessors: [Nobody]\n',
    );
    checked.session.write({ 'README.md': '' });
    assert.deepEqual(await prints(), before);
  });

  it('reports files that could not be read', async () => {
    checked.session.write({ 'a.psirt.yaml': allScored(2), 'sjis.psirt.yaml': Uint8Array.of(0x82, 0xa0) });
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
