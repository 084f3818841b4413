/** The extension: composes its features. */
import * as vscode from 'vscode';
import { ActiveAssessment } from './core/active-assessment';
import { Analyses } from './core/analyses';
import { registerAssessments } from './assessments/assessments';
import { Baselines } from './core/baselines';
import { CitedDocuments } from './evidence/cited-documents';
import { registerCodeActions } from './language/code-actions';
import { registerCommands } from './commands/commands';
import { registerCompletion } from './language/completion';
import { Diagnostics } from './language/diagnostics';
import { EditQueue } from './core/edit-queue';
import { registerEvidence } from './evidence/evidence';
import { Grid } from './panel/grid';
import { GridEditor } from './panel/grid-editor';
import type { PanelHost } from './panel/panel';
import { registerHover } from './language/hover';
import { registerInlayHints } from './language/inlay-hints';
import { registerLanguageStatus } from './language/language-status';
import { registerLenses } from './language/lenses';
import { markdownFences, type MarkdownPlugin } from './language/markdown-fences';
import { once } from './core/once';
import { Overlays } from './core/overlays';
import { registerStatusBar } from './language/status-bar';
import { SideBar } from './core/side-bar';
import { StoppedSteps } from './commands/stopped-steps';
import { registerMcpServers } from './agents/mcp-provider';
import { registerAgentTools } from './agents/register-tools';
import { registerFolding, registerSelectionRanges } from './language/structure';
import { registerSymbols } from './language/symbols';
import { currentLanguage, loadWords } from './core/words';
import { registerOwnFiles } from './language/own-files';

export async function activate(context: vscode.ExtensionContext): Promise<MarkdownPlugin> {
  const { extensionUri, subscriptions, workspaceState } = context;
  const [cited, baselines, overlays] = [new CitedDocuments(), new Baselines(workspaceState), new Overlays()];
  const analyses = new Analyses(await loadWords(extensionUri, currentLanguage()), cited, baselines, overlays);
  const [active, edits, sideBar] = [new ActiveAssessment(), new EditQueue(analyses), new SideBar()];
  const actions = once(async () => new (await import('./panel/panel-actions')).PanelActions(analyses, edits));
  const host: PanelHost = {
    extensionUri,
    analyses,
    active,
    sideBar,
    perform: async (message, focus, isEditor) => (await actions()).perform(message, focus, isEditor),
  };
  const grid = new Grid(host);
  const gridEditor = new GridEditor(host);
  const diagnostics = new Diagnostics(analyses, cited, extensionUri);
  const refresh = (): void => [diagnostics, grid, gridEditor].forEach((part) => part.refresh());

  subscriptions.push(
    cited,
    baselines,
    overlays,
    analyses,
    active,
    grid,
    gridEditor,
    diagnostics,
    sideBar,
    registerAssessments(analyses, cited, sideBar, context),
    ...languageFeatures(analyses, active, extensionUri),
    ...registerMcpServers(analyses, context),
    analyses.onDidChangeWords(refresh),
    vscode.workspace.onDidChangeConfiguration((change) => reconfigure(change, extensionUri, analyses, refresh)),
    vscode.window.registerWebviewPanelSerializer('psirtMaturity.sheetTab', {
      deserializeWebviewPanel: async (tab) =>
        (await import('./panel/sheet-panel')).adoptSheet({ extensionUri, analyses, active }, tab),
    }),
    registerCommands({
      extensionUri,
      analyses,
      active,
      edits,
      grid,
      gridEditor,
      stopped: new StoppedSteps(workspaceState),
      memory: context.globalState,
    }),
  );
  return markdownFences(analyses, subscriptions);
}

/** Registers the language features of assessments. */
function languageFeatures(
  analyses: Analyses,
  active: ActiveAssessment,
  extensionUri: vscode.Uri,
): readonly vscode.Disposable[] {
  return [
    registerOwnFiles(analyses, extensionUri),
    registerHover(analyses, extensionUri),
    registerCompletion(analyses),
    registerCodeActions(analyses),
    registerEvidence(analyses),
    registerLenses(analyses),
    registerInlayHints(analyses),
    registerSymbols(analyses),
    registerFolding(analyses),
    registerSelectionRanges(analyses),
    registerStatusBar(analyses, active),
    registerLanguageStatus(analyses),
    registerAgentTools(analyses),
  ];
}

async function reconfigure(
  change: vscode.ConfigurationChangeEvent,
  extensionUri: vscode.Uri,
  analyses: Analyses,
  refresh: () => void,
): Promise<void> {
  if (!change.affectsConfiguration('psirtMaturity')) return;
  if (change.affectsConfiguration('psirtMaturity.language')) await speakAsSet(extensionUri, analyses);
  refresh();
}

/**
 * Loads the texts in the language of the settings, unless the setting changes again meanwhile: another language may be
 * loaded sooner.
 */
async function speakAsSet(extensionUri: vscode.Uri, analyses: Analyses): Promise<void> {
  const language = currentLanguage();
  const words = await loadWords(extensionUri, language);
  if (language === currentLanguage()) analyses.setWords(words);
}
