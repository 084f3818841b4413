/** Carries out the panel's requests: edits through the queue, navigation, and undo in the text editor. */
import * as vscode from 'vscode';
import type { Intent } from '../../assessment/edit/edit';
import type { ServiceRecord } from '../../assessment/edit/recording';
import { isExternal, isWebAddress, splitLink } from '../../assessment/evidence/links';
import { openServices } from '../../language/guided-scoring';
import { label } from '../../language/interface-text';
import { findCriterion } from '../../sheet/criteria';
import { findService, nextLevel } from '../../sheet/sheet';
import { firstDue } from '../../rules/below-target';
import { findRow } from '../../views/rows';
import type { PanelRequest } from '../../webview/protocol';
import { today, type Analyses } from '../core/analyses';
import { isListed } from '../assessments/find-assessments';
import { citeDocuments } from '../evidence/cite-document';
import { isAssessment } from '../core/assessment-documents';
import { citedTarget } from '../evidence/evidence-links';
import { done } from '../core/done';
import type { EditQueue } from '../core/edit-queue';
import { askReason, askToInclude, losesReason } from '../commands/exclusion-reason';
import { InputSteps } from '../core/input-steps';
import { rangeOf } from '../core/ranges';
import { warn, warnOf } from '../core/notify';

type Of<T extends PanelRequest['type']> = Extract<PanelRequest, { type: T }>;

type Changes = Of<'score' | 'include' | 'exclude' | 'cite' | 'record' | 'heading' | 'plan'>;

export class PanelActions {
  /** The number of pending undo and redo requests. */
  private undoing = 0;

  constructor(
    private readonly analyses: Analyses,
    private readonly edits: EditQueue,
  ) {}

  async perform(message: PanelRequest, focus: () => void, isEditor: boolean): Promise<void> {
    if (message.type === 'open') return openListed(vscode.Uri.parse(message.uri, true));
    if (message.type === 'new' || message.type === 'read' || message.type === 'report') return runCommand(message);
    const document = openAssessment(message.uri);
    if (!document) return;
    switch (message.type) {
      case 'reveal':
      case 'follow':
        return this.reveal(document, message, isEditor);
      case 'resolve':
        return (await import('../language/conflict-lenses')).resolveConflict(
          (one) => this.analyses.wordsOf(one),
          message,
        );
      case 'compare':
        if (message.what === 'end') return this.analyses.baselines.set(document.uri, undefined);
        return (await import('../commands/compare')).openComparison(this.analyses, document);
      case 'evidence':
        return this.openEvidence(document, message);
      case 'propose':
        return vscode.commands.executeCommand('psirtMaturity.proposeEvidence', document.uri, {
          service: message.service,
        });
      case 'renew':
        return this.renewDigest(document, message);
      case 'undo':
      case 'redo':
        return this.undo(document, message.type, focus, isEditor);
      default:
        return this.change(document, message, focus);
    }
  }

  /** Requests that change the file. */
  private async change(document: vscode.TextDocument, message: Changes, focus: () => void): Promise<void> {
    switch (message.type) {
      case 'score':
        return this.edit(document, { kind: 'score', service: message.service, score: message.score });
      case 'include':
        return this.include(document, message, focus);
      case 'exclude':
        return this.exclude(document, message, focus);
      case 'cite':
        await citeDocuments(this.analyses, this.edits, document.uri, message, message.uris);
        // A file dialog has taken the focus.
        return message.uris.length > 0 ? undefined : focus();
      default:
        return this.record(document, message);
    }
  }

  private async edit(document: vscode.TextDocument, intent: Intent): Promise<void> {
    const refused = await this.edits.apply(document.uri, intent);
    if (refused) return warnOf(refused, this.analyses.words.t);
    if (openServices(this.analyses.of(document).scored).length === 0) done('score');
  }

  private async record(document: vscode.TextDocument, message: Of<'record' | 'heading' | 'plan'>): Promise<void> {
    // Queued before loading, so that edits are applied in the order of requests.
    const loaded = import('../../assessment/edit/recording');
    const refused = await this.edits.applyLoaded(document.uri, async () => {
      const { planHeadingRecord, planServiceRecord } = await loaded;
      return (assessment) => {
        if (message.type === 'heading') return planHeadingRecord(assessment, message.record);
        const record = message.type === 'record' ? message.record : this.firstAction(document, message);
        return planServiceRecord(assessment, message.service, record);
      };
    });
    if (refused) return warnOf(refused, this.analyses.words.t);
    if (isPlan(message)) done('plan');
  }

  /**
   * Undo works in a focused text editor, which gets the focus briefly. The panel gets it back only after the last
   * pending request, since an undo that reaches the panel has no effect.
   */
  private async undo(
    document: vscode.TextDocument,
    command: 'undo' | 'redo',
    focus: () => void,
    isEditor: boolean,
  ): Promise<void> {
    // A panel that is itself the editor has the focus already.
    if (isEditor) return this.edits.queue(async () => void (await vscode.commands.executeCommand(command)));
    this.undoing++;
    try {
      await this.edits.queue(() => inEditor(document, command));
    } finally {
      if (--this.undoing === 0) focus();
    }
  }

  private async exclude(
    document: vscode.TextDocument,
    { service: id }: Of<'exclude'>,
    focus: () => void,
  ): Promise<void> {
    const { sheet, t } = this.analyses.wordsOf(document);
    const row = findRow(sheet, this.analyses.of(document).scored, id);
    const steps = new InputSteps();
    const reason = row && (await askReason(steps, row, t, false));
    steps.dispose();
    if (typeof reason === 'string') await this.edit(document, { kind: 'exclude', service: id, reason });
    focus();
  }

  private async include(document: vscode.TextDocument, { service }: Of<'include'>, focus: () => void): Promise<void> {
    const { sheet, t } = this.analyses.wordsOf(document);
    const row = findRow(sheet, this.analyses.of(document).scored, service);
    const intent: Intent = { kind: 'include', service };
    if (!row || !losesReason(row)) return this.edit(document, intent);
    const steps = new InputSteps();
    const answer = await askToInclude(steps, row, t);
    steps.dispose();
    if (answer === 'include') await this.edit(document, intent);
    focus();
  }

  private async reveal(
    document: vscode.TextDocument,
    { service, type }: Of<'reveal' | 'follow'>,
    isEditor: boolean,
  ): Promise<void> {
    // Following the cursor must not open the text over the panel.
    if (type === 'follow' && !vscode.window.visibleTextEditors.some((editor) => editor.document === document)) return;
    const { assessment } = this.analyses.of(document);
    const span = assessment.services.get(service)?.key ?? assessment.servicesKey ?? { start: 0, end: 0 };
    const range = rangeOf(document, span);
    // In the panel's own column the text has to take the focus as well. A cursor that came after it would be in the way
    // of those who type at once.
    const isLeft = isEditor && type === 'reveal';
    const editor = await showDocument(document, !isEditor, isLeft ? range : undefined);
    if (isLeft) return;
    editor.selection = new vscode.Selection(range.start, range.end);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /**
   * A first action, for a criterion or towards the next level, due in three months: a default that the user edits in
   * place.
   */
  private firstAction(document: vscode.TextDocument, { service: id, criterion }: Of<'plan'>): ServiceRecord {
    const { sheet, t } = this.analyses.wordsOf(document);
    const service = findService(sheet, id);
    const score = this.analyses.of(document).assessment.services.get(id)?.score?.value;
    const next = service && score !== undefined ? nextLevel(service, score) : undefined;
    const asked = service && criterion !== undefined ? findCriterion(service, criterion)?.text : next?.level.summary;
    const values = { action: asked ?? t('panel.plan-action'), due: firstDue(today()) };
    return { kind: 'add', list: 'plan', values };
  }

  private linkIn(document: vscode.TextDocument, { service, index, criterion }: Of<'evidence' | 'renew'>) {
    const entry = this.analyses.of(document).assessment.services.get(service);
    const cited = criterion === undefined ? entry : entry?.criteria.get(criterion);
    return cited?.evidence[index]?.link.value;
  }

  private async renewDigest(document: vscode.TextDocument, message: Of<'evidence' | 'renew'>): Promise<void> {
    const link = this.linkIn(document, message);
    if (link === undefined) return;
    const { recordDigestsOf } = await import('../commands/record-digests');
    const target = { service: message.service, link };
    const { refused } = await recordDigestsOf(this.analyses, this.edits, document, { target, renews: true });
    if (refused) warnOf(refused, this.analyses.words.t);
  }

  private async openEvidence(document: vscode.TextDocument, message: Of<'evidence' | 'renew'>): Promise<void> {
    const link = this.linkIn(document, message);
    if (link === undefined) return;
    if (isExternal(link)) {
      if (isWebAddress(link)) await vscode.env.openExternal(vscode.Uri.parse(link, true));
      return;
    }
    const target = await citedTarget(document.uri, link);
    if (!target) return warn(this.analyses.words.t('rule.evidence-not-found', { path: label(splitLink(link).path) }));
    // A preview tab would be replaced by the evidence, and the panel would lose its file.
    await showDocument(document, true);
    await vscode.commands.executeCommand('vscode.open', target);
  }
}

/** Whether a record contributes to closing a gap: an action, or evidence. */
function isPlan(message: Of<'record' | 'heading' | 'plan'>): boolean {
  return message.type === 'plan' || (message.type === 'record' && message.record.kind === 'add');
}

/** Opens an assessment of the workspace; other addresses are ignored. */
async function openListed(uri: vscode.Uri): Promise<void> {
  if (isListed(uri)) await vscode.window.showTextDocument(uri, { preview: false });
}

/** Runs the command for a request. */
async function runCommand(message: Of<'new'> | Of<'read'> | Of<'report'>): Promise<void> {
  const run = (name: string, argument?: unknown) => vscode.commands.executeCommand(`psirtMaturity.${name}`, argument);
  if (message.type === 'new') await run('newAssessment');
  else if (message.type === 'read') await run('openSheet', { service: message.service });
  else await run('exportReport', openAssessment(message.uri)?.uri);
}

/** The open assessment with an address; others cannot be addressed by the panel. */
function openAssessment(uri: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri && isAssessment(document));
}

/** Shows a document where it is visible already, or else beside the panel's column. */
async function showDocument(
  document: vscode.TextDocument,
  preserveFocus: boolean,
  selection?: vscode.Range,
): Promise<vscode.TextEditor> {
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  return vscode.window.showTextDocument(document, {
    viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One,
    preserveFocus,
    preview: false,
    selection,
  });
}

/** Limit of attempts: an undo fails when the panel has only just regained the focus from the previous one. */
const attempts = 3;

/** Undoes or redoes in the text editor of a document, if possible. */
async function inEditor(document: vscode.TextDocument, command: 'undo' | 'redo'): Promise<void> {
  let isDone = false;
  const subscription = vscode.workspace.onDidChangeTextDocument(
    (change) => (isDone ||= change.document === document && change.reason !== undefined),
  );
  for (let attempt = 0; attempt < attempts && !isDone; attempt++) {
    await showDocument(document, false);
    await vscode.commands.executeCommand(command);
  }
  subscription.dispose();
}
