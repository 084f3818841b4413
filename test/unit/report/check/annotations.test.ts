import assert from 'node:assert/strict';
import { allScored, highTargets } from '../../../support/session';
import { checks } from '../../../support/printed-checks';
import { yaml } from '../../../support/yaml';

describe('GitHub annotations', () => {
  const checked = checks();
  const { run } = checked;

  it('are a workflow command for each problem, of the kind of its severity', async () => {
    checked.session.write({
      'a.psirt.yaml': yaml`
        sheet: psirt-maturity@1.0
        rules: { missing-score: off, average-below-target: off }
        services:
          "1.1": 9
          "1.2": 2
          "1.3": 3
      `,
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
    checked.session.write({
      'a, b:c%.psirt.yaml': yaml`
        sheet: psirt-maturity@1.0
        target: 0
        rules: { missing-score: off }
        services: { "1.1": { score: 3, evidence: ["x%\\n::error::gone, \\e[31mred"] } }`,
    });
    const printed = await run('github');
    assert.match(printed, /file=a%2C b%3Ac%25\.psirt\.yaml,line=4,/);
    assert.equal(printed.match(/^::/gm)?.length, 1);
    assert.match(printed, /x%25 : :error::gone, \ufffd\[31mred/);
  });

  it('say so when there are more than a runner shows', async () => {
    checked.session.write({ 'a.psirt.yaml': allScored(3, highTargets) });
    assert.match(await run('github'), /GitHub shows the first 10 annotations of each kind/);
    assert.doesNotMatch(await run('github', '--rule', 'below-target=off'), /GitHub shows/);
  });

  it('have no place for standard input', async () => {
    const { stdout } = await checked.session.run(['check', '-', '--format', 'github'], { stdin: '"x' });
    assert.match(stdout, /^::error title=yaml-syntax::/);
  });
});
