/** "Reconcile Assessments…": the scores of several assessors side by side in an editor tab, and the agreed ones. */
import * as vscode from 'vscode';
import type { Assessment } from '../../assessment/assessment';
import { planReconciled, type Reconciled } from '../../assessment/edit/reconcile-edit';
import { planServiceRecord } from '../../assessment/edit/recording';
import type { EditPlan } from '../../assessment/edit/plan';
import { groupIndividuals, placesMeant } from '../../assessment/individual';
import { parseAssessment } from '../../assessment/parse';
import { isScorable } from '../../assessment/scorable';
import { partOf } from '../../messages/messages';
import { printable } from '../../messages/printable';
import { votesOf, type Scoring } from '../../scoring/consensus';
import { individualFigures } from '../../scoring/individuals';
import { scoreAssessment } from '../../scoring/score';
import { openAgreements, reconciliation } from '../../views/reconciliation';
import type { AssessorFile, ReconcileHostMessage, ReconcileMessage } from '../../webview/reconcile-protocol';
import { visitAssessments } from '../assessments/assessment-texts';
import { addressOf } from '../assessments/indexed-file';
import type { ActiveAssessment } from '../core/active-assessment';
import type { Analyses } from '../core/analyses';
import { baseName } from '../core/assessment-documents';
import type { EditQueue } from '../core/edit-queue';
import { attempt, inform } from '../core/notify';
import { rangeOf } from '../core/ranges';
import { homeOf } from '../evidence/cited-documents';
import { agreedAssessment } from '../commands/agreed-assessment';
import { PanelActions } from './panel-actions';
import { pageRoot, panelHtml } from './panel-html';
import { readReconcileMessage } from './reconcile-message';

const page = { script: 'reconcile.js', styles: ['panel.css', 'reconcile.css'] };

/** Changes of files within this time are handled together, in milliseconds. */
const pause = 250;

interface Host {
  readonly extensionUri: vscode.Uri;
  readonly analyses: Analyses;
  readonly active: ActiveAssessment;
  readonly edits: EditQueue;
}

/** The open tabs, by the address of the agreed file. */
const shown = new Map<string, vscode.WebviewPanel>();

/** Opens the tab of an assessment, or reveals the open one. */
export async function reconcileAssessments(host: Host, given?: unknown): Promise<void> {
  const { analyses, extensionUri } = host;
  const { t } = analyses.words;
  const uri = await agreedAssessment(host, given);
  if (uri === 'none') return void inform(t('individual.no-assessment'));
  if (!uri) return;
  const open = shown.get(uri.toString());
  if (open) return open.reveal();
  const tab = vscode.window.createWebviewPanel(
    'psirtMaturity.reconcile',
    t('panel.reconcile-title'),
    vscode.ViewColumn.Active,
    {
      enableScripts: true,
      retainContextWhenHidden: true,
      enableFindWidget: true,
      localResourceRoots: [pageRoot(extensionUri)],
    },
  );
  shown.set(uri.toString(), tab);
  const reconciling = new Reconciling(host, uri, tab);
  tab.webview.html = panelHtml(tab.webview, extensionUri, t.language, 'tab', page);
  tab.onDidDispose(() => {
    reconciling.dispose();
    shown.delete(uri.toString());
  });
}

/** An individual scoring of the assessment, as read from its file. */
interface Own {
  readonly uri: vscode.Uri;
  readonly assessment: Assessment;
}

class Reconciling implements vscode.Disposable {
  private readonly actions: PanelActions;
  private readonly subscriptions: vscode.Disposable;
  private files: readonly AssessorFile[] = [];
  private scorings: readonly Scoring[] = [];
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private ready = false;

  constructor(
    private readonly host: Host,
    private readonly uri: vscode.Uri,
    private readonly tab: vscode.WebviewPanel,
  ) {
    const { analyses, edits } = host;
    this.actions = new PanelActions(analyses, edits);
    this.subscriptions = vscode.Disposable.from(
      tab.webview.onDidReceiveMessage((raw: unknown) => {
        const message = readReconcileMessage(raw);
        if (message) attempt(() => this.receive(message), analyses.words.t);
      }),
      analyses.onDidChange(({ document }) => (document.uri.toString() === uri.toString() ? this.show() : this.later())),
      analyses.onDidChangeWords(() => this.inform()),
      analyses.cited.onDidChangeFiles(() => this.later()),
    );
  }

  private async receive(message: ReconcileMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.ready = true;
        this.inform();
        return this.read();
      case 'choose':
        return this.write((assessment) => planReconciled(assessment, this.chosen(assessment, message)));
      case 'take':
        return this.write((assessment) => planReconciled(assessment, this.taken(assessment)));
      case 'record':
        return this.write((assessment) => planServiceRecord(assessment, message.service, message.record));
      case 'start':
        return void (await vscode.commands.executeCommand('psirtMaturity.startIndividualScoring', this.uri));
      case 'open':
        return this.open(message.uri, message.service);
      default:
        await vscode.workspace.openTextDocument(this.uri);
        return this.actions.perform({ type: message.type, uri: this.uri.toString() }, () => this.focus(), false);
    }
  }

  /** The agreed score of a service, with the score of each assessor. */
  private chosen(assessment: Assessment, { service, score }: { service: string; score: number }): Reconciled[] {
    const { sheet } = this.host.analyses.words;
    const votes = votesOf(sheet, this.scorings, 'agreed').find(({ id }) => id === service)?.votes ?? new Map();
    return assessment.services.get(service)?.excluded ? [] : [{ id: service, votes, score }];
  }

  /** The scores on which all agree and that are not in the file yet. */
  private taken(assessment: Assessment): Reconciled[] {
    const open = openAgreements(reconciliation(this.host.analyses.words.sheet, assessment, this.scorings));
    return open.flatMap(({ service, common }) =>
      common === null ? [] : this.chosen(assessment, { service, score: common }),
    );
  }

  private async write(plan: (assessment: Assessment) => EditPlan): Promise<void> {
    const refused = await this.host.edits.applyPlan(this.uri, plan);
    const { t } = this.host.analyses.words;
    if (refused) this.post({ type: 'refused', text: t(refused.key, refused.parameters) });
  }

  private inform(): void {
    const { t, catalogue, sheet } = this.host.analyses.words;
    const parts = partOf(catalogue, ['view.', 'criterion.', 'consensus.', 'report.column.', 'list.']);
    this.post({ type: 'texts', language: t.language, catalogue: parts, sheet });
  }

  /** Schedules reading after files have changed. */
  private later(): void {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => attempt(() => this.read(), this.host.analyses.words.t), pause);
  }

  /** Reads the individual scorings of the assessment. */
  private async read(): Promise<void> {
    const { token } = new vscode.CancellationTokenSource();
    const found: Own[] = [];
    await visitAssessments(token, (uri, text) => void found.push({ uri, assessment: parseAssessment(text) }));
    const { individuals } = groupIndividuals(found, ({ uri, assessment }) => ({
      place: addressOf(uri),
      belongsTo: placesMeant(assessment, homeOf(uri))?.map((place) => addressOf(uri.with({ path: place }))),
    }));
    const own = [...individuals].find(([{ uri }]) => uri.toString() === this.uri.toString())?.[1] ?? [];
    this.take([...own].sort((a, b) => (a.uri.path < b.uri.path ? -1 : 1)));
    await this.show();
  }

  private take(own: readonly Own[]): void {
    const { sheet } = this.host.analyses.words;
    const names = new Set<string>();
    const scorings: Scoring[] = [];
    this.files = own.map(({ uri, assessment }) => {
      const path = vscode.workspace.asRelativePath(uri);
      const figures = individualFigures(assessment, scoreAssessment(sheet, assessment));
      const name = printable(figures.assessor ?? '').trim() || baseName(uri);
      const file = { uri: uri.toString(), path, name, scored: figures.scored, applicable: figures.applicable };
      if (!isScorable(assessment)) return { ...file, trouble: 'broken' };
      if (names.has(name)) return { ...file, trouble: 'twice' };
      names.add(name);
      scorings.push({ name, assessment });
      return file;
    });
    this.scorings = scorings;
  }

  private async show(): Promise<void> {
    if (!this.ready) return;
    const { analyses } = this.host;
    const document = await vscode.workspace.openTextDocument(this.uri);
    const { assessment } = analyses.of(document);
    const name = printable(assessment.subject?.value ?? '').trim() || baseName(this.uri);
    this.tab.title = analyses.words.t('panel.reconcile-title-of', { subject: name });
    this.post({
      type: 'state',
      uri: this.uri.toString(),
      name,
      broken: !isScorable(assessment),
      assessors: this.files,
      services: reconciliation(analyses.words.sheet, assessment, this.scorings),
    });
  }

  /** Opens the agreed file or one of the scorings shown; other addresses are ignored. */
  private async open(uri: string, service?: string): Promise<void> {
    if (uri !== this.uri.toString() && !this.files.some((file) => file.uri === uri)) return;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
    const key =
      service === undefined ? undefined : this.host.analyses.of(document).assessment.services.get(service)?.key;
    await vscode.window.showTextDocument(document, {
      selection: key && rangeOf(document, key),
      viewColumn: vscode.ViewColumn.Beside,
    });
  }

  private focus(): void {
    this.tab.reveal(undefined, false);
    this.post({ type: 'focus' });
  }

  private post(message: ReconcileHostMessage): void {
    void this.tab.webview.postMessage(message);
  }

  dispose(): void {
    clearTimeout(this.waiting);
    this.ready = false;
    this.subscriptions.dispose();
  }
}
