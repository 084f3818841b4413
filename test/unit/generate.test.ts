import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../package.json';
import english from '../../package.nls.json';
import japanese from '../../package.nls.ja.json';
import { ruleIds } from '../../src/assessment/vocabulary';
import { generatedFiles } from '../../src/generate';
import { factsFile } from '../../src/generate-facts';
import { ruleLists } from '../../src/generate-rule-list';
import { languages } from '../../src/messages/messages';
import { ruleLines } from '../../src/rules/rule-lines';
import { root } from '../support/root';

describe('Generated files', () => {
  for (const [path, content] of [...ruleLists(), ...factsFile(), ...generatedFiles()]) {
    it(`${path} is what the code makes it ("npm run generate" mends it)`, () => {
      assert.equal(readFileSync(join(root, path), 'utf8'), content);
    });
  }
});

describe('The manifest', () => {
  it('says each of its texts in both languages', () => {
    const used = [...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key);
    assert.deepEqual(Object.keys(japanese).sort(), Object.keys(english).sort());
    assert.deepEqual(new Set(Object.keys(english)), new Set(used));
  });

  it('never activates for everything', () => {
    assert.ok(
      !manifest.activationEvents.includes('*') &&
        !manifest.activationEvents.some((event) => event.startsWith('onStartup')),
    );
  });
});

describe('The page of rules', () => {
  it('has each rule at the line that problems link to, in every language', () => {
    for (const language of languages) {
      const lines = generatedFiles().get(`media/rules.${language}.md`)?.split('\n') ?? [];
      for (const [id, line] of Object.entries(ruleLines)) assert.equal(lines[line - 1], `## ${id}`, language);
    }
    assert.deepEqual(
      ruleIds.filter((id) => !(id in ruleLines)),
      [],
    );
  });
});
