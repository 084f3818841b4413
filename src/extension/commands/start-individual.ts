/** "Start Individual Scoring": creates an assessor's own file, without answers, and opens it with guided scoring. */
import * as vscode from 'vscode';
import { ownFile } from '../../assessment/edit/own-file';
import { ownFileName } from '../../assessment/file-name';
import { pathTo } from '../../assessment/evidence/citation-paths';
import { label } from '../../language/interface-text';
import type { ActiveAssessment } from '../core/active-assessment';
import type { Analyses } from '../core/analyses';
import { createFile, exists } from '../core/create-file';
import { baseName, fileLabel } from '../core/assessment-documents';
import { inform, informOfError, warnOf } from '../core/notify';
import { analysisOf } from '../assessments/checked-file';
import { homeOf } from '../evidence/cited-documents';
import type { GridEditor } from '../panel/grid-editor';
import { agreedAssessment } from './agreed-assessment';
import { askRememberedName } from './remembered-name';

/** The key under which the last name is stored on this computer. */
const remembered = 'psirtMaturity.assessor';

interface Host {
  readonly analyses: Analyses;
  readonly active: ActiveAssessment;
  readonly gridEditor: GridEditor;
  readonly memory: vscode.Memento;
}

/** Asks for the assessor, creates the file beside the assessment and opens it; an existing one is only opened. */
export async function startIndividualScoring(host: Host, given?: unknown): Promise<void> {
  const { analyses, gridEditor, memory } = host;
  const { t } = analyses.words;
  const uri = await agreedAssessment(host, given);
  if (uri === 'none') return void inform(t('individual.no-assessment'));
  if (!uri) return;
  if (uri.scheme === 'untitled') return void inform(t('next.unsaved'));
  const assessor = await askRememberedName(memory, remembered, {
    title: t('individual.title'),
    prompt: t('individual.prompt'),
    placeholder: label(t('individual.placeholder')),
    check: (name) => (name ? undefined : t('individual.no-name')),
  });
  if (!assessor) return;
  const target = vscode.Uri.joinPath(uri, '..', ownFileName(baseName(uri), assessor));
  if (!(await exists(target))) {
    const { assessment } = await analysisOf(analyses, uri);
    const owner = pathTo({ ...homeOf(target), file: target.path }, uri.path) ?? baseName(uri);
    const made = ownFile(assessment, { owner, assessor });
    if ('refused' in made) return warnOf(made.refused, t);
    if (!(await createFile(target, made.text))) return informOfError(t('new.failed', { path: fileLabel(target) }));
  }
  await gridEditor.guide(target);
}
