/**
 * A comment that a code host refuses tells nobody anything: however long texts are, it is short enough, and says what
 * it leaves out.
 */
import assert from 'node:assert/strict';
import { Repository } from '../../../support/repository';
import { yaml } from '../../../support/yaml';

/** Characters GitHub takes for a comment. */
const longest = 65_536;

describe('a comment for a pull request', () => {
  let repository: Repository;
  beforeEach(() => (repository = new Repository()));
  afterEach(() => repository.remove());

  const endless = '@'.repeat(3_000);
  const assessment = (score: number, subject: string) =>
    yaml`
      subject: "${subject}"
      services: { "1.1": ${score}, "2.1": ${score}, "9.9": "${endless}" }
    `;
  const name = (index: number) => `p${String(index).padStart(3, '0')}.psirt.yaml`;
  const comment = async (...args: string[]) => (await repository.run([...args, '--format', 'markdown'])).stdout;

  it('lists as many assessments as there is room for, and counts the others', async () => {
    const files = (score: number) =>
      Object.fromEntries(
        Array.from({ length: 250 }, (_, index) => [name(index), assessment(score, `${index} ${endless}`)]),
      );
    repository.commit('first', files(3));
    repository.write(files(2));
    const text = await comment('check', '--against', 'HEAD');
    assert.ok(text.length <= longest, String(text.length));
    const listed = text.match(/^\| \d+ \\@/gm)?.length ?? 0;
    const unlisted = Number(/^(\d+) more assessments changed and are not listed/m.exec(text)?.[1]);
    assert.equal(listed + unlisted, 250);
    const detailed = text.match(/^### /gm)?.length ?? 0;
    const left = Number(/^The details of (\d+) more assessments are left out/m.exec(text)?.[1]);
    assert.ok(detailed > 0);
    assert.equal(detailed + left, listed);
  });

  it('leaves no short one out for the sake of a long one', async () => {
    const many = Array.from({ length: 400 }, (_, index) => `  "x${index}": "${'@'.repeat(390)}"\n`).join('');
    repository.write({
      'a.psirt.yaml': `services:\n${many}`,
      'b.psirt.yaml': 'subject: Short\nservices: { "9.9": 1 }\n',
    });
    const text = await comment('check', 'a.psirt.yaml', 'b.psirt.yaml');
    assert.ok(text.length <= longest, String(text.length));
    assert.match(text, /^… and \d+ more\.$/m);
    assert.match(text, /^### Short$/m);
  });

  it('cuts names short, in a comparison, too', async () => {
    const title = `{ title: "${endless}" }`;
    const ids = ['1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7', '2.1', '2.2', '2.3', '2.4', '2.5'];
    const scores = (score: number) =>
      yaml`
        subject: "${endless}"
        services: { ${ids.map((id) => `"${id}": ${score}`).join(', ')} }
      `;
    repository.write({
      'a.psirt.yaml': scores(1),
      'b.psirt.yaml': scores(2),
      'own.psirt-wording.yaml': `language: en
areas: { "1": ${title}, "2": ${title} }
services: { ${ids.map((id) => `"${id}": ${title}`).join(', ')} }
`,
    });
    const text = await comment('compare', 'a.psirt.yaml', 'b.psirt.yaml', '--wording', 'own.psirt-wording.yaml');
    assert.ok(text.length <= longest, String(text.length));
    assert.equal(text.match(/^\| ▲ \| .*… \| 1 → 2 \|$/gm)?.length, ids.length);
  });
});
