/** One panel, in the side bar or in an editor tab: it shows the active assessment and passes the user's intents on. */
import * as vscode from 'vscode';
import { hasConflicts } from '../../assessment/scorable';
import { serviceAt } from '../../assessment/cursor';
import { assessmentPattern } from '../../assessment/file-name';
import type { Analysis } from '../../language/analysis';
import { partOf } from '../../messages/messages';
import type { AssessmentView, BaselineView, ConflictView } from '../../views/model';
import { densities, type Density } from '../../views/props';
import {
  panelWords,
  type HostMessage,
  type PanelMessage,
  type PanelRequest,
  type TrendRequest,
} from '../../webview/protocol';
import { findAssessments } from '../assessments/find-assessments';
import type { ActiveAssessment } from '../core/active-assessment';
import type { Analyses } from '../core/analyses';
import type { SideBar } from '../core/side-bar';
import { assessmentView } from '../../views/assessment-view';
import { yieldToHost } from '../../language/yield-to-host';
import { baseName } from '../core/assessment-documents';
import { attempt } from '../core/notify';
import { NewestWork } from '../core/newest-work';
import { gridPage, pageRoot, panelHtml, type Place } from './panel-html';
import { readPanelMessage } from './panel-message';
import type { Words } from '../core/words';

/** The assessment that a panel shows: the active one, or always the same. */
export type Followed = Pick<ActiveAssessment, 'document' | 'onDidChange'>;

/** The place where a panel is shown. */
export interface Surface {
  readonly webview: vscode.Webview;
  readonly place: Place;
  readonly followed: Followed;
  /** The panel is an editor of the file itself, so that VS Code's undo acts on it. */
  readonly isEditor: boolean;
  /** Reveals and focuses it. */
  reveal(): void;
  /** Sets the title to the subject, or to the default without one. */
  name(subject: string | undefined): void;
}

/** What a panel needs of the extension. */
export interface PanelHost {
  readonly extensionUri: vscode.Uri;
  readonly analyses: Analyses;
  readonly active: ActiveAssessment;
  readonly sideBar: SideBar;
  /** Carries out a request; `focus` returns the focus to the panel, which may be an editor itself. */
  perform(message: PanelRequest, focus: () => void, isEditor: boolean): Promise<void>;
}

export class Panel implements vscode.Disposable {
  private readonly subscriptions: vscode.Disposable;
  private ready = false;
  private selected = '';
  private showing = false;
  private outdated = false;
  private told: Words | undefined;
  private readonly trend = new NewestWork(() => new vscode.CancellationTokenSource());
  /** The file for which guided scoring is to start. */
  private guided: string | undefined;
  private run: () => void = () => undefined;
  /** Resolves when the page runs; never where pages are not allowed to run. */
  private readonly running = new Promise<void>((resolve) => (this.run = resolve));
  private required = '';

  constructor(
    private readonly host: PanelHost,
    private readonly surface: Surface,
  ) {
    const { webview, place, followed } = surface;
    const files = vscode.workspace.createFileSystemWatcher(assessmentPattern, false, true);
    const recount = () => !this.surface.followed.document && this.show();
    webview.options = {
      enableScripts: true,
      localResourceRoots: [pageRoot(host.extensionUri)],
    };
    this.subscriptions = vscode.Disposable.from(
      webview.onDidReceiveMessage((message: unknown) => this.receive(message)),
      followed.onDidChange(() => this.show()),
      files,
      files.onDidCreate(recount),
      files.onDidDelete(recount),
      host.analyses.onDidChange(({ document }) => document === followed.document && this.show()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.select(textEditor)),
    );
    webview.html = panelHtml(webview, host.extensionUri, host.analyses.words.t.language, place, gridPage);
  }

  /** Sends texts and state again, for instance after a change of language. */
  refresh(): void {
    if (!this.ready) return;
    this.told = undefined;
    this.required = '';
    this.post({ type: 'density', density: density() });
    this.show();
  }

  /** Sends the texts for the assessment, unless the panel has them already. */
  private tell(words: Words): void {
    if (words === this.told) return;
    this.told = words;
    const { sheet, t, catalogue } = words;
    this.post({
      type: 'texts',
      language: t.language,
      catalogue: partOf(catalogue, panelWords),
      sheet,
    });
  }

  private receive(raw: unknown): void {
    const message = readPanelMessage(raw);
    if (!message) return;
    if (isTrendRequest(message)) return attempt(() => this.readTrend(message), this.host.analyses.words.t);
    if (message.type === 'width') return this.resize(message.width);
    if (message.type !== 'ready') return attempt(() => this.perform(message), this.host.analyses.words.t);
    this.ready = true;
    this.run();
    this.refresh();
  }

  private resize(width: number): void {
    if (this.surface.place === 'side-bar') this.host.sideBar.resize(width);
  }

  private perform(message: PanelRequest): Promise<void> {
    return this.host.perform(message, () => this.focus(), this.surface.isEditor);
  }

  /** Reads the history of the file shown, or stops that; one reading at a time. */
  private async readTrend({ type, uri }: TrendRequest): Promise<void> {
    const { document } = this.surface.followed;
    if (type === 'stop-trend' || document?.uri.toString() !== uri) return this.trend.stop();
    const reading = this.trend.begin();
    const { readTrend } = await import('./trend');
    await readTrend(this.host.analyses, document, reading.token, (message) => {
      if (this.trend.isNewest(reading)) this.post(message);
    });
  }

  /** Sends the present state. Changes while notes are rendered lead to one more update afterwards. */
  private async show(): Promise<void> {
    this.outdated = true;
    if (this.showing) return;
    this.showing = true;
    try {
      while (this.outdated) {
        this.outdated = false;
        await this.showOnce();
      }
    } finally {
      this.showing = false;
    }
  }

  private async showOnce(): Promise<void> {
    const { document } = this.surface.followed;
    if (!this.ready) return;
    this.tell(document ? this.host.analyses.wordsOf(document) : this.host.analyses.words);
    if (!document) return this.showNone();
    const { version } = document;
    const good = this.host.analyses.lastGood(document);
    const broken = good === undefined || good.stale;
    const view = good ? await this.viewOf(document, good.analysis) : null;
    const baseline = view ? await this.baseline(document, view) : undefined;
    const conflicts = await this.conflictsOf(document);
    // The file may have changed while a note was rendered: the newer state will be sent.
    if (!this.ready || document !== this.surface.followed.document || document.version !== version) return;
    this.post({
      type: 'assessment',
      uri: document.uri.toString(),
      fileName: baseName(document.uri),
      version,
      broken,
      why: broken ? this.firstError(document) : undefined,
      view,
      conflicts,
      baseline,
    });
    this.surface.name(view?.subject ?? baseName(document.uri));
    if (good) attempt(() => this.tellRequirements(document, good.analysis), this.host.analyses.words.t);
    if (this.guided === document.uri.toString()) this.beginGuided(document.uri);
    const editor = vscode.window.visibleTextEditors.find((candidate) => candidate.document === document);
    if (editor) this.select(editor);
  }

  /** Sent while no assessment is open: opens the only one of the workspace, or lists those there are. */
  private async showNone(): Promise<void> {
    const found = await findAssessments(new vscode.CancellationTokenSource().token);
    if (this.surface.followed.document || !this.ready) return;
    const [only, ...others] = found;
    if (only && others.length === 0 && (await this.host.active.adopt(only))) return;
    if (!this.ready) return;
    const files = found.map((uri) => ({ uri: uri.toString(), path: vscode.workspace.asRelativePath(uri) }));
    this.surface.name(undefined);
    this.post({ type: 'empty', files: files.sort((a, b) => (a.path < b.path ? -1 : 1)).slice(0, mostListed) });
  }

  /** Sends the relevant crosswalk sources for the file, where they differ from those sent last. */
  private async tellRequirements(document: vscode.TextDocument, { assessment }: Analysis): Promise<void> {
    const uri = document.uri.toString();
    const words = this.host.analyses.wordsOf(document);
    const key = JSON.stringify([uri, assessment.crosswalk, words.t.language]);
    if (this.required === key) return;
    this.required = key;
    const { sourcesFor } = await import('../core/requirements');
    const sources = await sourcesFor(assessment, document.uri, words);
    if (this.required === key) this.post({ type: 'requirements', uri, sources });
  }

  /**
   * Starts guided scoring, focused, once the assessment is shown; resolves to whether that is possible, since a browser
   * or a policy may keep the page from running.
   */
  async guide(uri: vscode.Uri): Promise<boolean> {
    this.guided = uri.toString();
    void this.show();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), patience)));
    const runs = await Promise.race([this.running.then(() => true), late]);
    clearTimeout(timer);
    if (!runs) this.guided = undefined;
    return runs;
  }

  private beginGuided(uri: vscode.Uri): void {
    this.guided = undefined;
    this.post({ type: 'guide', uri: uri.toString() });
    this.focus();
  }

  /** The merge conflicts of a document, if they are the reason why it cannot be read. */
  private async conflictsOf(document: vscode.TextDocument): Promise<readonly ConflictView[] | undefined> {
    const { analyses } = this.host;
    if (!hasConflicts(analyses.of(document).assessment)) return undefined;
    const { conflictViews } = await import('../../language/conflicts');
    return conflictViews(document.getText(), analyses.wordsOf(document), yieldToHost);
  }

  private viewOf(document: vscode.TextDocument, analysis: Analysis): Promise<AssessmentView> {
    const problems = this.host.analyses.problemsIn(analysis, document);
    return assessmentView({ ...analysis, problems }, yieldToHost);
  }

  /** The baseline of the state shown, with the changes since; `undefined` where there is none. */
  private async baseline({ uri }: vscode.TextDocument, { scored }: AssessmentView): Promise<BaselineView | undefined> {
    const { baselines, words } = this.host.analyses;
    const baseline = baselines.of(uri, words.sheet);
    if (!baseline) return undefined;
    const { compareScored } = await import('../../scoring/compare');
    return { name: baseline.name, comparison: compareScored(baseline.scored, scored) };
  }

  private firstError(document: vscode.TextDocument): string | undefined {
    return this.host.analyses.problems(document).find(({ severity }) => severity === 'error')?.message;
  }

  private select({ document, selection }: vscode.TextEditor): void {
    if (!this.ready || document !== this.surface.followed.document) return;
    const service = serviceAt(this.host.analyses.of(document).assessment, document.offsetAt(selection.active));
    const key = `${document.uri.toString()} ${service}`;
    if (!service || key === this.selected) return;
    this.selected = key;
    this.post({ type: 'select', uri: document.uri.toString(), service });
  }

  /**
   * Returns the focus to the page, which takes it itself: VS Code's own way sometimes fails, because VS Code hears too
   * late that the page had lost the focus.
   */
  private focus(): void {
    this.surface.reveal();
    this.post({ type: 'focus' });
  }

  private post(message: HostMessage): void {
    void this.surface.webview.postMessage(message);
  }

  dispose(): void {
    this.ready = false;
    this.trend.dispose();
    this.subscriptions.dispose();
  }
}

/** The time after which a page that has not loaded counts as not running, in milliseconds. */
const patience = 15_000;

/** Limit of assessments listed while none is open: the view "Assessments" has all. */
const mostListed = 30;

/** The setting for the height of the grid's rows. */
function density(): Density {
  const wanted = vscode.workspace.getConfiguration('psirtMaturity').get<unknown>('grid.density');
  return densities.find((known) => known === wanted) ?? 'auto';
}

function isTrendRequest(message: PanelMessage): message is TrendRequest {
  return message.type === 'read-trend' || message.type === 'stop-trend';
}
