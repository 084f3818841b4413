import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import stringWidth from 'string-width';
import { loadSheet } from '../../../../src/node/load-texts';
import { Session } from '../../../support/session';
import { languages } from '../../../../src/messages/messages';

describe('sheet', () => {
  const session = new Session();
  after(() => session.remove());
  const printed = async (...args: string[]) => (await session.run(['sheet', ...args])).stdout;

  it('prints the whole sheet as JSON, in the language asked for', async () => {
    const json = JSON.parse(await printed('--format', 'json', '--lang', 'ja'));
    const { id, version, areas } = loadSheet('ja');
    const expected = areas.map((area) => ({
      id: area.id,
      title: area.title,
      services: area.services.map(({ id, title, objective, outOfScope, levels, notes }) => ({
        id,
        title,
        objective,
        outOfScope,
        levels,
        notes,
      })),
    }));
    assert.deepEqual(json, { id, version, areas: expected });
    assert.equal(expected.flatMap(({ services }) => services).length, 28);
  });

  it('gives each level its criteria as JSON, and shows them in text and Markdown', async () => {
    const json = JSON.parse(await printed('2.1', '--format', 'json'));
    const [first] = json.areas[0].services[0].levels[2].criteria;
    assert.deepEqual(Object.keys(first), ['id', 'kind', 'text', 'references']);
    assert.equal(first.id, '2a');
    assert.match(await printed('2.1'), /\n {4}Criteria\n {4}- 2a \S/);
    assert.match(await printed('2.1', '--format', 'markdown', '--lang', 'ja'), /\*\*確認項目\*\*\n\n- \*\*0a\*\* /);
  });

  it('narrows the JSON to one area or one service, in the same shape', async () => {
    const part = async (id: string) => JSON.parse(await printed(id, '--format', 'json'));
    const area = await part('4');
    assert.deepEqual(
      area.areas.map(({ id }: { id: string }) => id),
      ['4'],
    );
    assert.equal(area.areas[0].services.length, 4);
    const service = await part('4.4');
    assert.deepEqual(
      service.areas[0].services.map(({ id }: { id: string }) => id),
      ['4.4'],
    );
    assert.deepEqual(service.areas[0].services[0].levels.slice(0, 4), [null, null, null, null]);
    assert.ok(service.areas[0].services[0].levels[4].references.includes('4.4.1.1'));
  });

  it('keeps every reference in text and Markdown', async () => {
    for (const language of languages) {
      for (const format of ['text', 'markdown']) {
        const text = await printed('--format', format, '--lang', language);
        for (const { levels } of loadSheet(language).areas.flatMap(({ services }) => services)) {
          for (const reference of levels.flatMap((level) => level?.references ?? [])) {
            assert.ok(text.includes(`[${reference}]`), `${language} ${format} ${reference}`);
          }
        }
      }
    }
  });

  it('explains the terms and the functions of the part it prints', async () => {
    assert.match(
      await printed('3.1'),
      /\nTerms\n {2}- [^]*\n {2}- quality gate: The minimum[^]*\n {2}- 3\.1\.1 Quality Gate and Bug Bars\n/,
    );
    assert.doesNotMatch(await printed('3.1'), /2\.3\.1 /);
    const html = new MarkdownIt().render(await printed('3.1', '--format', 'markdown', '--lang', 'ja'));
    assert.match(html, /<li><strong>バグバー<\/strong>：どの不具合/);
    assert.match(html, /<li>3\.1\.2 Continuous Improvement<\/li>/);
  });

  it('fits its text into the terminal, and into 80 columns where there is none', async () => {
    for (const language of languages) {
      for (const columns of [undefined, 60, 120]) {
        const { stdout } = await session.run(['sheet', '--lang', language], { columns, env: { NO_COLOR: '1' } });
        const widest = Math.max(
          ...stdout
            .split('\n')
            .filter((line) => !line.includes('https://'))
            .map((line) => stringWidth(line)),
        );
        assert.ok(widest <= (columns ?? 80) && widest > (columns ?? 80) - 6, `${language} ${columns}: ${widest}`);
      }
    }
  });

  it('starts a lone service with its area, and says what the sheet leaves out', async () => {
    const text = await printed('4.4');
    assert.match(text, /^Area 4 Remediation\n4\.4 Vulnerability metrics\n {2}Objective: /);
    assert.match(text, /\n {2}Level 3: not described by the sheet\n\n {2}Level 4: \S/);
    assert.match(await printed('6.3', '--lang', 'ja'), /採点の対象外/);
  });

  it('prints Markdown whose references stay text and whose lists are lists', async () => {
    const html = new MarkdownIt().render(await printed('4.4', '--format', 'markdown', '--lang', 'ja'));
    assert.match(html, /<li>\[4\.4\.1\.1\]/);
    const whole = new MarkdownIt().render(await printed('--format', 'markdown'));
    assert.equal(whole.match(/<h3>/g)?.length, 28);
    assert.deepEqual(
      [...whole.matchAll(/<a href="([^"]*)"/g)].map(([, link]) => link?.includes('first.org')),
      [true],
    );
  });
});
