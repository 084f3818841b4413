/** The extension: composes its features. */
import * as vscode from 'vscode';
import { ActiveAssessment } from './active-assessment';
import { Analyses } from './analyses';
import { CitedDocuments } from './cited-documents';
import { registerCompletion } from './completion';
import { Diagnostics } from './diagnostics';
import { EditQueue } from './edit-queue';
import { Grid, gridView } from './grid';
import { registerHover } from './hover';
import { openNewAssessment } from './new-assessment';
import { PanelActions } from './panel-actions';
import { currentLanguage, loadWords } from './wording';

export async function activate({ extensionUri, subscriptions }: vscode.ExtensionContext): Promise<void> {
  const cited = new CitedDocuments();
  const analyses = new Analyses(await loadWords(extensionUri, currentLanguage()), cited);
  const active = new ActiveAssessment();
  const actions = new PanelActions(analyses, new EditQueue());
  const grid = new Grid({ extensionUri, analyses, active, lastGood: new Map(), perform: (message, focus) => actions.perform(message, focus) });
  const diagnostics = new Diagnostics(analyses, cited, extensionUri);

  const reconfigure = async (change: vscode.ConfigurationChangeEvent): Promise<void> => {
    if (!change.affectsConfiguration('psirtMaturity')) return;
    if (change.affectsConfiguration('psirtMaturity.language')) analyses.setWords(await loadWords(extensionUri, currentLanguage()));
    diagnostics.refresh();
    grid.refresh();
  };

  subscriptions.push(
    cited,
    active,
    grid,
    diagnostics,
    registerHover(analyses),
    registerCompletion(analyses),
    vscode.workspace.onDidChangeConfiguration(reconfigure),
    vscode.commands.registerCommand('psirtMaturity.openGrid', () => vscode.commands.executeCommand(`${gridView}.focus`)),
    vscode.commands.registerCommand('psirtMaturity.openGridToSide', () => grid.openToSide()),
    vscode.commands.registerCommand('psirtMaturity.newAssessment', () => openNewAssessment(analyses, grid)),
  );
}
