/** "Sign Off Assessment": shows the state to be signed, and records who approved it and when, as one undo step. */
import * as vscode from 'vscode';
import { addSignature } from '../../assessment/edit/sign-off-edit';
import { refused } from '../../assessment/edit/plan';
import { hasConflicts, isScorable } from '../../assessment/scorable';
import { contentDigest, isOfPresentState } from '../../assessment/sign-off';
import { label } from '../../language/interface-text';
import { signedState } from '../../language/sign-off';
import type { ActiveAssessment } from '../core/active-assessment';
import { today, type Analyses } from '../core/analyses';
import { fileLabel, isAssessment } from '../core/assessment-documents';
import type { EditQueue } from '../core/edit-queue';
import { confirmed, inform, warn, warnOf } from '../core/notify';
import { meantAssessment } from './meant-assessment';
import { askRememberedName } from './remembered-name';

/** The key under which the last name is stored on this computer. */
const remembered = 'psirtMaturity.signer';

interface Host {
  readonly analyses: Analyses;
  readonly active: ActiveAssessment;
  readonly edits: EditQueue;
  readonly memory: vscode.Memento;
}

/** Signs off the file the command is called on, or else the active assessment; refuses files that cannot be scored. */
export async function signOff({ analyses, active, edits, memory }: Host, given?: unknown): Promise<void> {
  const { t } = analyses.words;
  const uri = given instanceof vscode.Uri ? given : await meantAssessment(active, t);
  if (!uri) return;
  const document = uri === 'none' ? undefined : await vscode.workspace.openTextDocument(uri);
  if (!document || !isAssessment(document)) return void inform(t('sign-off.none'));
  const { assessment, scored } = analyses.of(document);
  const why = whyNot(analyses, document);
  if (why) return warn(t(why, { name: fileLabel(document.uri) }));
  const by = await askRememberedName(memory, remembered, {
    title: t('sign-off.title'),
    prompt: t('sign-off.prompt'),
    placeholder: t('sign-off.placeholder'),
    check: (name) => (name ? undefined : t('sign-off.no-name')),
  });
  if (!by) return;
  if (assessment.signOff.some((one) => one.by === by && isOfPresentState(assessment, one)))
    return void inform(t('sign-off.there', { by: label(by) }));
  const problems = analyses.problems(document);
  const lines = signedState({ ...analyses.wordsOf(document), assessment, scored, problems });
  const question = t('sign-off.question', { name: fileLabel(document.uri), by: label(by) });
  if (!(await confirmed(question, t('sign-off.do'), lines.join('\n')))) return;
  const content = contentDigest(assessment);
  const day = today();
  const failed = await edits.applyPlan(document.uri, (now) =>
    // Signs only the state that was shown.
    contentDigest(now) === content ? addSignature(now, { by, on: day, content }) : refused('edit.failed'),
  );
  if (failed) return warnOf(failed, t);
  void inform(t('sign-off.done', { by: label(by) }));
}

/** Why a document cannot be signed off; `undefined` where it can. */
function whyNot(analyses: Analyses, document: vscode.TextDocument) {
  const { assessment } = analyses.of(document);
  if (hasConflicts(assessment)) return 'sign-off.conflicts';
  if (!isScorable(assessment)) return 'sign-off.unjudged';
  return assessment.individualFor ? 'sign-off.individual' : undefined;
}
