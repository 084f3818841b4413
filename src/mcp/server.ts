/** The server for agents: its tools, the sheet and the assessments as resources, and its prompts. */
import { McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { version } from '../../package.json';
import { Tools, wordsOf } from '../agents/run-tool';
import { shapes, toolNames, writingTools, type ToolName } from '../agents/shapes';
import { AgentFailure, type AgentWorkspace } from '../agents/workspace';
import { sheetJson } from '../report/sheet/sheet-json';

/** A server for a workspace, not connected yet; with `readOnly` it has no tools that write. */
export function agentServer(workspace: AgentWorkspace, readOnly: boolean): McpServer {
  const { t } = workspace;
  const server = new McpServer({ name: 'psirt-maturity', title: 'PSIRT Maturity', version });
  const tools = new Tools(workspace);
  for (const name of toolNames) {
    const isWriting = writingTools.includes(name);
    if (readOnly && isWriting) continue;
    const { input: inputSchema, output: outputSchema } = shapes[name];
    const config = {
      ...wordsOf(name, t),
      inputSchema,
      outputSchema,
      annotations: {
        readOnlyHint: !isWriting,
        destructiveHint: isWriting,
        idempotentHint: !isWriting,
        openWorldHint: false,
      },
    };
    server.registerTool(
      name,
      config as never,
      ((input: unknown) => call(server, tools, name, input, workspace)) as never,
    );
  }
  registerResources(server, workspace);
  registerPrompts(server, workspace);
  return server;
}

/** Runs a tool; returns its result as data, and as text for clients that read no structured data. */
async function call(
  server: McpServer,
  tools: Tools,
  name: ToolName,
  input: unknown,
  { t }: AgentWorkspace,
): Promise<CallToolResult> {
  try {
    const declined = name === 'apply_edit' ? await declinedBy(server, tools, input, t) : undefined;
    const structuredContent = declined ?? (await tools.run(name, input));
    return { structuredContent, content: [{ type: 'text', text: JSON.stringify(structuredContent) }] };
  } catch (error) {
    if (!(error instanceof AgentFailure)) throw error;
    return { isError: true, content: [{ type: 'text', text: t(error.key, error.parameters) }] };
  }
}

/** Asks the user to confirm an edit where the client supports that; returns the tool's result if they decline. */
async function declinedBy(
  { server }: McpServer,
  tools: Tools,
  input: unknown,
  t: AgentWorkspace['t'],
): Promise<Record<string, unknown> | undefined> {
  if (!server.getClientCapabilities()?.elicitation) return undefined;
  const { path, diff } = tools.planned(input);
  const { action, content } = await server.elicitInput({
    message: t('agent.ask', { path, diff }),
    requestedSchema: {
      type: 'object',
      properties: { apply: { type: 'boolean', title: t('agent.ask.apply') } },
      required: ['apply'],
    },
  });
  return action === 'accept' && content?.['apply'] === true ? undefined : { applied: false, path };
}

function registerResources(server: McpServer, { sheet, files, t }: AgentWorkspace): void {
  const title = t('agent.tool.read-sheet');
  server.registerResource('sheet', 'psirt-maturity://sheet', { title, mimeType: 'application/json' }, ({ href }) => ({
    contents: [{ uri: href, mimeType: 'application/json', text: sheetJson(sheet) }],
  }));
  const template = new ResourceTemplate('psirt-maturity://assessment/{+path}', {
    list: async () => ({
      resources: (await files.assessments()).map((path) => ({ uri: addressOf(path), name: path })),
    }),
  });
  const config = { title: t('agent.tool.read-assessment'), mimeType: 'application/yaml' };
  server.registerResource('assessment', template, config, async ({ href }, { path }) => {
    const named = decodeURIComponent(String(path));
    // The unchanged text of the file; clients treat it as data.
    const text = (await files.assessments()).includes(named) ? await files.read(named) : undefined;
    if (text === undefined) throw new Error(t('agent.no-assessment', { path: named }));
    return { contents: [{ uri: href, mimeType: 'application/yaml', text }] };
  });
}

function addressOf(path: string): string {
  return `psirt-maturity://assessment/${path.split('/').map(encodeURIComponent).join('/')}`;
}

function registerPrompts(server: McpServer, { t }: AgentWorkspace): void {
  const { path, service } = shapes.plan_edit.input.shape;
  const said = (text: string) => ({ messages: [{ role: 'user' as const, content: { type: 'text' as const, text } }] });
  server.registerPrompt(
    'assess_service',
    { title: t('agent.prompt.assess'), argsSchema: { path, service } as never },
    ((given: { path: string; service: string }) => said(t('agent.prompt.assess.text', given))) as never,
  );
  server.registerPrompt(
    'review_assessment',
    { title: t('agent.prompt.review'), argsSchema: { path } as never },
    ((given: { path: string }) => said(t('agent.prompt.review.text', given))) as never,
  );
}
