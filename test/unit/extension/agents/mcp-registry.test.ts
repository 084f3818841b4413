import assert from 'node:assert/strict';
import manifest from '../../../../package.json';
import { registerProvider } from '../../../../src/extension/agents/mcp-registry';

const provider = { name: 'a provider' };

describe('the provider of servers for agents', () => {
  it('is registered under the id that the manifest contributes', () => {
    const given: unknown[] = [];
    const registry = {
      disposable: {},
      registerMcpServerDefinitionProvider(...all: unknown[]) {
        given.push(...all);
        return this.disposable;
      },
    };
    assert.deepEqual(registerProvider(registry, provider), [registry.disposable]);
    assert.deepEqual(given, [manifest.contributes.mcpServerDefinitionProviders[0]?.id, provider]);
  });

  it('is left out where VS Code does not know of such servers, or only half', () => {
    assert.deepEqual(registerProvider({}, provider), []);
    const halfDone = {
      registerMcpServerDefinitionProvider(): object {
        throw new Error('psirtMaturity.mcp is not contributed');
      },
    };
    assert.deepEqual(registerProvider(halfDone, provider), []);
  });
});
