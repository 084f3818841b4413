/** Registers the commands. Code needed by only one of them is loaded on demand. */
import * as vscode from 'vscode';
import type { ActiveAssessment } from '../core/active-assessment';
import type { Analyses } from '../core/analyses';
import type { EditQueue } from '../core/edit-queue';
import { gridView, type Grid } from '../panel/grid';
import type { GridEditor } from '../panel/grid-editor';
import type { StoppedSteps } from './stopped-steps';

/** What the commands need of the extension. */
interface CommandHost {
  readonly extensionUri: vscode.Uri;
  readonly analyses: Analyses;
  readonly active: ActiveAssessment;
  readonly edits: EditQueue;
  readonly grid: Grid;
  readonly gridEditor: GridEditor;
  readonly stopped: StoppedSteps;
  readonly memory: vscode.Memento;
}

export function registerCommands(host: CommandHost): vscode.Disposable {
  const { analyses, active, grid, gridEditor } = host;
  const commands: Record<string, (given?: unknown, selected?: unknown) => unknown> = {
    openGrid: () => vscode.commands.executeCommand(`${gridView}.focus`),
    openGridToSide: () => grid.openToSide(),
    scoreStepByStep: async (given) => (await import('./score-step-by-step')).scoreStepByStep(host, given),
    scoreInList: async (given) => (await import('./guided-scoring')).scoreInList(host, given),
    newAssessment: async (given) => (await import('./new-assessment')).createAssessment(analyses, gridEditor, given),
    startNextAssessment: async (given) =>
      (await import('./next-assessment')).startNextAssessment(analyses, active, given),
    exportReport: async (given, selected) => (await import('./export-report')).exportReport(host, given, selected),
    compare: async (given) => (await import('./compare')).compareWithRevision(host, given),
    openSheet: async (given) => (await import('../panel/sheet-panel')).openSheet(host, given),
    findReference: async (given) => (await import('./find-reference')).findReference(host, given),
    importCsv: async (given, table) => (await import('./import-csv')).importCsv(host, given, table),
    importWording: async (given) => (await import('./import-overlay')).importSheetOverlay(analyses, given),
    compareAssessments: async () => (await import('../panel/roll-up')).compareAssessments(analyses, host.extensionUri),
    signOff: async (given) => (await import('./sign-off')).signOff(host, given),
    showSinceSignOff: async (given) => (await import('./since-sign-off')).showSinceSignOff(host, given),
    takeSide: async (given) =>
      (await import('../language/conflict-lenses')).resolveConflict((document) => analyses.wordsOf(document), given),
    startIndividualScoring: async (given) => (await import('./start-individual')).startIndividualScoring(host, given),
    reconcileAssessments: async (given) => (await import('../panel/reconcile')).reconcileAssessments(host, given),
    recordDigests: async (given, target) => (await import('./record-digests')).recordDigests(host, given, target),
    proposeEvidence: async (given, target) => (await import('./propose-evidence')).proposeEvidence(host, given, target),
    findCitations: async (given) => (await import('../evidence/find-citations')).findCitations(analyses, given),
  };
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(`psirtMaturity.${name}`, run)),
  );
}
