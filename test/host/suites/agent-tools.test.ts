import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const call = async (name: string, input: object): Promise<Record<string, unknown>> => {
  const { content } = await vscode.lm.invokeTool(`psirt-maturity_${name}`, { input, toolInvocationToken: undefined });
  const [part] = content;
  return JSON.parse((part as vscode.LanguageModelTextPart).value) as Record<string, unknown>;
};

describe('Tools for agents', () => {
  it('read the sheet and the assessments of the workspace, and plan an edit without writing it', async () => {
    const { services } = await call('read_sheet', { service: '1.1' });
    assert.equal((services as unknown[]).length, 1);
    const { assessments } = await call('read_assessment', {});
    const [path = ''] = assessments as string[];
    const read = await call('read_assessment', { path, service: '1.1' });
    const [{ score }] = read['services'] as [{ score: number | null }];
    const { digest, diff } = await call('plan_edit', { path, service: '1.1', score: score === 5 ? 4 : 5 });
    assert.match(String(digest), /^sha256-/);
    assert.match((diff as { text: string }).text, /^\+/m);
    const again = await call('read_assessment', { path, service: '1.1' });
    assert.deepEqual(again['services'], read['services']);
    await assert.rejects(call('read_assessment', { path: '../outside.psirt.yaml' }));
  });
});
