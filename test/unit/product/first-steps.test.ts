import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../../package.json';
import english from '../../../package.nls.json';
import { analyse, errorsOf } from '../../support/analyse';
import { root } from '../../support/root';
import { withProposals } from '../../support/at-cursor';
import { yaml } from '../../support/yaml';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: string | readonly string[];
}

const snippets = JSON.parse(readFileSync(join(root, 'media/snippets.json'), 'utf8')) as Record<string, Snippet>;

/** The text of a snippet with its proposals filled in, indented to a depth. */
function filled(name: string, indent: string): string {
  const lines = [snippets[name]?.body ?? assert.fail(name)].flat();
  return withProposals(lines.map((line) => `${indent}${line}\n`).join(''));
}

describe('the snippets', () => {
  const within: Readonly<Record<string, string>> = {
    service: filled('service', '  '),
    exclusion: filled('exclusion', '  '),
    evidence: yaml`
        "1.1":
          score: 3
          evidence:
      ${filled('evidence', '      ')}`,
    action: yaml`
        "1.1":
          score: 3
          plan:
      ${filled('action', '      ')}`,
  };

  it('are those there are tests for', () => assert.deepEqual(Object.keys(snippets).sort(), Object.keys(within).sort()));

  for (const [name, services] of Object.entries(within)) {
    it(`write a correct ${name}`, () => {
      const analysis = analyse(yaml`
        sheet: psirt-maturity@1.0
        services:
        ${services}`);
      assert.deepEqual(
        errorsOf(analysis).map(({ message }) => message),
        [],
      );
      assert.ok(analysis.assessment.services.has('1.1'));
    });
  }

  it('keep out of the suggestions, which know what fits where: Tab behind the prefix, or Insert Snippet', () => {
    const defaults = manifest.contributes.configurationDefaults['[psirt-yaml]'];
    assert.equal(defaults['editor.snippetSuggestions'], 'none');
    assert.equal(defaults['editor.tabCompletion'], 'onlySnippets');
  });

  it('are found by a prefix that no key of a file has, and described in no language', () => {
    for (const { prefix, description } of Object.values(snippets)) {
      assert.match(prefix, /^psirt-/);
      assert.match(description, /[{:]/);
    }
  });
});

/** The texts of all files below a folder. */
function sourcesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'));
}

describe('the walkthrough', () => {
  const steps = manifest.contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
  const commands = new Set(manifest.contributes.commands.map(({ command }) => command));

  it('has a small picture for each step, without words, that is packed and follows the theme', () => {
    const packed = readFileSync(join(root, '.vscodeignore'), 'utf8');
    assert.match(packed, /^!media\/walkthrough\/\*\*$/m);
    assert.match(packed, /^!media\/snippets\.json$/m);
    for (const { media } of steps) {
      const picture = readFileSync(join(root, media.svg), 'utf8');
      assert.ok(picture.length < 30_000, media.svg);
      assert.match(picture, /var\(--vscode-/);
      assert.doesNotMatch(picture, />[^<]*[a-z]{2,}[^<]*<\/text>|<script|https?:\/\/(?!www\.w3\.org)/);
    }
  });

  it('has titles that VS Code does not cut, which it does beyond some 31 letters', () => {
    const title = (key: string) => english[key.slice(1, -1) as keyof typeof english];
    assert.deepEqual(
      steps.map((step) => title(step.title)).filter((text) => text.length > 31),
      [],
    );
  });

  it('ticks a step once it is done: what is looked at by its command, what is asked for when it has been given', () => {
    const told = sourcesIn('src/extension').flatMap((text) =>
      [...text.matchAll(/\bdone\('(\w+)'\)/g)].map(([, step]) => `onContext:psirtMaturity.done.${step}`),
    );
    const looks = ['openGridToSide', 'openGrid'].map((command) => `onCommand:psirtMaturity.${command}`);
    assert.ok(looks.every((event) => commands.has(event.replace('onCommand:', ''))));
    const known = new Set([...told, ...looks, 'onView:psirtMaturity.grid']);
    const events = steps.flatMap(({ completionEvents }) => completionEvents);
    assert.deepEqual(
      events.filter((event) => !known.has(event)),
      [],
    );
    assert.deepEqual(
      told.filter((event) => !events.includes(event)),
      [],
    );
  });
});
