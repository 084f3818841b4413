/** "Start Next Assessment": creates a copy of the previous period's file, dated today, beside it. */
import * as vscode from 'vscode';
import { label } from '../../language/interface-text';
import type { Label } from '../../messages/safe-text';
import { nextFileName } from '../../assessment/file-name';
import { renewDate } from '../../assessment/edit/next-assessment';
import { parseAssessment } from '../../assessment/parse';
import { applyEdits } from '../../assessment/yaml/text-edit';
import type { ActiveAssessment } from '../core/active-assessment';
import { today, type Analyses } from '../core/analyses';
import { readRegular } from '../core/chosen-file';
import { createFile, exists } from '../core/create-file';
import { baseName, fileLabel } from '../core/assessment-documents';
import { done } from '../core/done';
import { inform, informOfError, warnOf } from '../core/notify';
import { meantAssessment } from './meant-assessment';

/** Starts from the file the command is called on, or else from the active assessment. */
export async function startNextAssessment(
  analyses: Analyses,
  active: ActiveAssessment,
  given?: unknown,
): Promise<void> {
  const { t } = analyses.words;
  const uri = given instanceof vscode.Uri ? given : await meantAssessment(active, t);
  if (uri === 'none') return void inform(t('next.none'));
  if (!uri) return;
  if (uri.scheme === 'untitled') return void inform(t('next.unsaved'));
  const date = today();
  const name = nextFileName(baseName(uri), date);
  const next = vscode.Uri.joinPath(uri, '..', name);
  if (await exists(next))
    return void offer(t('next.exists', { name: fileLabel(next) }), t('next.open'), 'vscode.open', next);
  const text = await textOf(uri);
  if (text === undefined) return informOfError(t('next.unreadable', { name: fileLabel(uri) }));
  const plan = renewDate(parseAssessment(text), date);
  if ('refused' in plan) return warnOf(plan.refused, t);
  if (!(await createFile(next, applyEdits(text, plan.edits))))
    return informOfError(t('new.failed', { path: fileLabel(next) }));
  done('next');
  await vscode.window.showTextDocument(next, { preview: false });
  void offer(
    t('next.created', { name: fileLabel(next), date: label(date) }),
    t('view.step-start'),
    'psirtMaturity.scoreStepByStep',
    next,
  );
}

async function offer(message: Label, action: string, command: string, uri: vscode.Uri): Promise<void> {
  if ((await inform(message, action)) === action) await vscode.commands.executeCommand(command, uri);
}

/** The file's text including a byte order mark: the editor's unsaved text, or else that on disk. */
async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  const open = vscode.workspace.textDocuments.find(
    (document) => document.uri.toString() === uri.toString() && document.isDirty,
  );
  if (open) return (open.encoding === 'utf8bom' ? '\ufeff' : '') + open.getText();
  try {
    const bytes = await readRegular(uri);
    return bytes && new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
