import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { Session } from '../../../support/session';

const assessment = (sources: string) => `sheet: psirt-maturity@1.0
subject: Edge router
crosswalk: [${sources}]
services:
  "2.3": 1
`;

const own = `source: house-rules
title: House rules of <i>Example</i> Devices
requirements:
  "HR-1": { subject: Components are known., services: { "2.3": 9 } }
`;

describe('a report of an assessment that names sources of requirements', () => {
  const session = new Session().write({
    '.git/HEAD': 'ref: refs/heads/main\n',
    'plain.psirt.yaml': assessment('').replace('crosswalk: []\n', ''),
    'a.psirt.yaml': assessment('jp, house.psirt-crosswalk.yaml'),
    'house.psirt-crosswalk.yaml': own,
  });
  after(() => session.remove());
  const report = (file: string, format: string) => session.run(['report', file, '--format', format, '--size', 'full']);

  it('shows what these touch and where the assessment stands, in Markdown and HTML', async () => {
    const { status, stdout } = await report('a.psirt.yaml', 'markdown');
    assert.equal(status, 0);
    assert.match(stdout, /## Requirements and the services they touch/);
    assert.match(stdout, /no statement of conformity/);
    assert.match(stdout, /\*\*HR-1\*\* Components are known\. \(weakest score 1\)/);
    const { stdout: html } = await report('a.psirt.yaml', 'html');
    assert.match(html, /<h3>House rules of &lt;i>Example&lt;\/i> Devices<\/h3>/);
    assert.match(html, /mappings as of 2026-11-27/);
    assert.match(html, /2\.3 Monitoring component vulnerabilities, score 1, overlaps the service, the same \(9\/10\)/);
  });

  it('has a sheet of them in the workbook', async () => {
    await session.run(['report', 'a.psirt.yaml', '--output', 'a.xlsx']);
    const files = unzipSync(session.bytes('a.xlsx'));
    assert.match(strFromU8(files['xl/workbook.xml'] ?? new Uint8Array()), /name="Requirements"/);
    const texts = strFromU8(files['xl/sharedStrings.xml'] ?? new Uint8Array());
    for (const told of [/no statement of conformity/, /mappings as of 2026-11-27/, /overlaps the service/])
      assert.match(texts, told);
  });

  it('says nothing of requirements where none are named', async () => {
    for (const format of ['markdown', 'html'])
      assert.doesNotMatch((await report('plain.psirt.yaml', format)).stdout, /Requirements and the services/);
  });

  it('looks for files in the repository of the assessment, and nowhere else', async () => {
    const outside = new Session().write({ 'secret.psirt-crosswalk.yaml': own });
    symlinkSync(join(outside.folder, 'secret.psirt-crosswalk.yaml'), join(session.folder, 'link.psirt-crosswalk.yaml'));
    for (const path of ['link.psirt-crosswalk.yaml', '../x.psirt-crosswalk.yaml', 'none.psirt-crosswalk.yaml']) {
      session.write({ 'b.psirt.yaml': assessment(path) });
      const { stdout, stderr } = await report('b.psirt.yaml', 'markdown');
      assert.doesNotMatch(stdout, /HR-1/);
      assert.match(stderr, /psirt-crosswalk\.yaml: /);
    }
    outside.remove();
  });

  it('is checked: a source that there is not is a mistake in the file', async () => {
    session.write({ 'c.psirt.yaml': assessment('cro') });
    const { stdout } = await session.run(['check', 'c.psirt.yaml', '--format', 'unix']);
    assert.match(stdout, /c\.psirt\.yaml:3:13: .*iec-62443-4-1/);
  });
});
