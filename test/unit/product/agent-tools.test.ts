import assert from 'node:assert/strict';
import * as z from 'zod/mini';
import manifest from '../../../package.json';
import english from '../../../package.nls.json';
import japanese from '../../../package.nls.ja.json';
import { wordsOf } from '../../../src/agents/run-tool';
import { shapes, toolNames } from '../../../src/agents/shapes';
import { translator } from '../../../src/messages/catalogues';

describe('the tools for agents in the manifest', () => {
  it('are the same as those of the server, with the same input and words', () => {
    const tools = manifest.contributes.languageModelTools;
    assert.deepEqual(
      tools.map(({ name }) => name),
      toolNames.map((name) => `psirt-maturity_${name}`),
    );
    for (const [index, name] of toolNames.entries()) {
      const { $schema: _, ...input } = z.toJSONSchema(shapes[name].input);
      assert.deepEqual(tools[index]?.inputSchema, JSON.parse(JSON.stringify(input)), name);
      for (const [texts, language] of [
        [english, 'en'],
        [japanese, 'ja'],
      ] as const) {
        const { title, description } = wordsOf(name, translator(language));
        assert.equal((texts as Record<string, string>)[`tool.${name}`], title);
        assert.equal((texts as Record<string, string>)[`tool.${name}.description`], description);
      }
    }
  });
});
