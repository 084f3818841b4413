import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inventedSheet } from '../../../support/invented-sheet';
import { allScored, Session } from '../../../support/session';
import { yaml } from '../../../support/yaml';

const ours = (title: string, language = 'en') =>
  yaml`
    language: ${language}
    services:
      "1.1": { title: ${title}, levels: { "3": { guidance: The signed charter } } }
  `;

describe('an organisation’s wording on the command line', () => {
  let session: Session;
  beforeEach(() => (session = new Session()));
  afterEach(() => session.remove());
  const title = async (...args: string[]) => {
    const { stdout } = await session.run(['check', ...args, '--format', 'json']);
    return JSON.parse(stdout).assessments[0].services[0].title as string;
  };

  it('is that of --wording, of the assessment, or of the conventional name beside it or at the root, in this order', async () => {
    session.write({ 'a/x.psirt.yaml': allScored(3) });
    const usual = await title('a');
    session.write({ 'sheet.psirt-wording.yaml': ours('Root') });
    assert.equal(await title('a'), 'Root');
    session.write({ 'a/sheet.en.psirt-wording.yaml': ours('Beside') });
    assert.equal(await title('a'), 'Beside');
    session.write({
      'a/x.psirt.yaml': allScored(3).replace('services:', 'wording: named.yaml\nservices:'),
      'a/named.yaml': ours('Named'),
    });
    assert.equal(await title('a'), 'Named');
    session.write({ 'b.yaml': ours('Option') });
    assert.equal(await title('a', '--wording', 'b.yaml'), 'Option');
    assert.notEqual(await title('a', '--lang', 'ja'), 'Named');
    assert.notEqual(usual, 'Root');
  });

  it('makes what a cache has kept of it out of date', async () => {
    session.write({ 'x.psirt.yaml': allScored(3) });
    const usual = await title('--cache', 'kept');
    session.write({ 'sheet.psirt-wording.yaml': ours('First') });
    assert.equal(await title('--cache', 'kept'), 'First');
    session.write({ 'sheet.psirt-wording.yaml': ours('Second') });
    assert.equal(await title('--cache', 'kept'), 'Second');
    session.write({ 'b.yaml': ours('Option') });
    assert.equal(await title('--cache', 'kept', '--wording', 'b.yaml'), 'Option');
    assert.notEqual(usual, 'First');
  });

  it('is in the sheet, with guidance, as text, Markdown and JSON', async () => {
    session.write({ 'sheet.psirt-wording.yaml': ours('Colleagues') });
    for (const format of ['text', 'markdown', 'json']) {
      const { stdout } = await session.run(['sheet', '1.1', '--format', format]);
      assert.match(stdout, /Colleagues[\s\S]*[Gg]uidance[\s\S]*The signed charter/, format);
    }
  });

  it('is a problem of the assessment when it is missing or outside, and wrong usage when --wording can not be used', async () => {
    const naming = (path: string) => ({
      'a.psirt.yaml': allScored(3).replace('services:', `wording: ${path}\nservices:`),
    });
    assert.match(
      (await session.write(naming('none.yaml')).run(['check'])).stdout,
      /a\.psirt\.yaml:\d+:10 warning There is no wording file “none\.yaml”\. \(invalid-wording\)/,
    );
    assert.match((await session.write(naming('../none.yaml')).run(['check'])).stdout, /is outside the workspace/);
    assert.match(
      (await session.write({ 'b.yaml': 'a: [' }).run(['check', '--wording', 'b.yaml'])).stderr,
      /cannot be used as a wording file/,
    );
    assert.match(
      (await session.write({ 'b.yaml': ours('x', 'ja') }).run(['check', '--wording', 'b.yaml'])).stderr,
      /another language \(ja\)/,
    );
  });

  it('is checked by itself', async () => {
    session.write({
      'a.yaml': yaml`
        language: en
        services: { "1.1": { tilte: x }, "4.4": { levels: { "2": {} } } }
      `,
      'b.yaml': ours('x'),
    });
    const { status, stdout } = await session.run(['wording', 'check', 'a.yaml']);
    assert.equal(status, 1);
    assert.match(
      stdout,
      /^a\.yaml:2:22 error .+Did you mean “title”\? \(invalid-value\)\na\.yaml:2:\d+ warning .+ \(level-not-described\)\n$/,
    );
    assert.deepEqual(await session.run(['wording', 'check', 'b.yaml']), { status: 0, stdout: '', stderr: '' });
  });

  it('is imported from the sheet’s text, and never over a file without --force', async () => {
    session.write({ 'sheet.txt': inventedSheet() });
    assert.deepEqual(await session.run(['wording', 'import', 'sheet.txt']), {
      status: 0,
      stdout: 'sheet.psirt-wording.yaml\n',
      stderr: 'Imported 28 objectives, 151 levels and 9 notes.\n',
    });
    assert.match(
      (await session.run(['wording', 'import', 'sheet.txt'])).stderr,
      /already exists; use --force to overwrite it/,
    );
    assert.equal((await session.run(['wording', 'import', 'sheet.txt', '--force'])).status, 0);
    assert.match((await session.run(['sheet', '1.1', '--lang', 'ja'])).stdout, /架空のサービスその/);
    session.write({ 'half.txt': inventedSheet().replace(/^6\.5 .*$/m, '') });
    const { status, stderr } = await session.run(['wording', 'import', 'half.txt', '-o', 'half.yaml']);
    assert.equal(status, 1);
    assert.match(stderr, /^6\.5: this service was not found\.\n/m);
    assert.match(
      readFileSync(join(session.folder, 'half.yaml'), 'utf8'),
      /^# Wording of the sheet, imported from half\.txt\n(# .*\n)*# 6\.5: this service was not found/,
    );
    session.write({ 'picture.png': new Uint8Array([0x89, 0x50, 0, 0xff, 0xff]) });
    assert.match((await session.run(['wording', 'import', 'picture.png', '-o', 'p.yaml'])).stderr, /picture\.png/);
  });
});
