/** The extension: composes its features. */
import * as vscode from 'vscode';
import { ActiveAssessment } from './active-assessment';
import { Analyses } from './analyses';
import { AssessmentIndex } from './assessment-index';
import { AssessmentsView } from './assessments-view';
import { Baselines } from './baselines';
import { CitedDocuments } from './cited-documents';
import { registerCodeActions } from './code-actions';
import { registerCommands } from './commands';
import { registerCompletion } from './completion';
import { Diagnostics } from './diagnostics';
import { EditQueue } from './edit-queue';
import { registerEvidence } from './evidence';
import { Grid } from './grid';
import { registerHover } from './hover';
import { registerInlayHints } from './inlay-hints';
import { registerLanguageStatus } from './language-status';
import { registerLenses } from './lenses';
import { markdownFences, type MarkdownPlugin } from './markdown-fences';
import { OwnWordings } from './own-wordings';
import { registerStatusBar } from './status-bar';
import { StoppedSteps } from './stopped-steps';
import { registerFolding, registerSelectionRanges } from './structure';
import { registerSymbols } from './symbols';
import { currentLanguage, loadWords } from './wording';
import { registerWordingFiles } from './wording-files';
import { WorkspaceProblems } from './workspace-problems';

export async function activate({
  extensionUri,
  subscriptions,
  workspaceState,
}: vscode.ExtensionContext): Promise<MarkdownPlugin> {
  const cited = new CitedDocuments();
  const baselines = new Baselines();
  const own = new OwnWordings();
  const analyses = new Analyses(await loadWords(extensionUri, currentLanguage()), cited, baselines, own);
  const active = new ActiveAssessment();
  const edits = new EditQueue(analyses);
  const actions = once(async () => new (await import('./panel-actions')).PanelActions(analyses, edits));
  const grid = new Grid({
    extensionUri,
    analyses,
    active,
    lastGood: new Map(),
    perform: async (message, focus) => (await actions()).perform(message, focus),
  });
  const diagnostics = new Diagnostics(analyses, cited, extensionUri);
  const index = new AssessmentIndex(analyses, cited);

  const refresh = (): void => [diagnostics, grid].forEach((part) => part.refresh());
  const reconfigure = async (change: vscode.ConfigurationChangeEvent): Promise<void> => {
    if (!change.affectsConfiguration('psirtMaturity')) return;
    if (change.affectsConfiguration('psirtMaturity.language')) await speakAsSet(extensionUri, analyses);
    refresh();
  };

  subscriptions.push(
    cited,
    baselines,
    own,
    active,
    grid,
    diagnostics,
    index,
    new AssessmentsView(analyses, index, workspaceState),
    new WorkspaceProblems(analyses, index, extensionUri),
    registerWordingFiles(analyses, extensionUri),
    registerHover(analyses),
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
    analyses.onDidChangeWords(refresh),
    vscode.workspace.onDidChangeConfiguration(reconfigure),
    vscode.window.registerWebviewPanelSerializer('psirtMaturity.sheetTab', {
      deserializeWebviewPanel: async (tab) =>
        (await import('./sheet-panel')).adoptSheet({ extensionUri, analyses, active }, tab),
    }),
    registerCommands({ extensionUri, analyses, active, edits, grid, stopped: new StoppedSteps(workspaceState) }),
  );
  return markdownFences(analyses, subscriptions);
}

/** Gives the same thing at every call, made at the first one. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

/** Has everything speak the language of the settings, unless that is changed again while the words are read: another's may be there sooner. */
async function speakAsSet(extensionUri: vscode.Uri, analyses: Analyses): Promise<void> {
  const language = currentLanguage();
  const words = await loadWords(extensionUri, language);
  if (language === currentLanguage()) analyses.setWords(words);
}
