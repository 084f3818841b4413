/** "Compare Assessments in Workspace": all assessments side by side in an editor tab, read when it opens. */
import * as vscode from 'vscode';
import { groupIndividuals, placesMeant } from '../../assessment/individual';
import { isScorable } from '../../assessment/scorable';
import { parseAssessment } from '../../assessment/parse';
import { partOf } from '../../messages/messages';
import { printable } from '../../messages/printable';
import { distinctions } from '../../report/distinct-names';
import { individualFigures, individualProgress, type IndividualFigures } from '../../scoring/individuals';
import { scoreAssessment } from '../../scoring/score';
import {
  rollUpWords,
  type HostedRow,
  type RollUpHostMessage,
  type RollUpPanelMessage,
} from '../../webview/roll-up-protocol';
import { byFolder, type UnscoredFile } from '../../views/roll-up-order';
import type { Analysis } from '../../language/analysis';
import { isStaleOn } from '../../report/document/overview';
import { today, type Analyses } from '../core/analyses';
import { addressOf } from '../assessments/indexed-file';
import { homeOf } from '../evidence/cited-documents';
import { visitAssessments } from '../assessments/assessment-texts';
import { baseName } from '../core/assessment-documents';
import { attempt } from '../core/notify';
import { NewestWork } from '../core/newest-work';
import { pageRoot, panelHtml } from './panel-html';
import { rangeOf } from '../core/ranges';
import { readRollUpMessage } from './roll-up-message';

const page = { script: 'roll-up.js', styles: ['panel.css'] };

/** The time between two updates of the progress, in milliseconds. */
const pace = 100;

let shown: vscode.WebviewPanel | undefined;

/** Opens the tab, or reveals the open one. */
export function compareAssessments(analyses: Analyses, extensionUri: vscode.Uri): void {
  if (shown) return shown.reveal();
  const { t } = analyses.words;
  const options = {
    enableScripts: true,
    retainContextWhenHidden: true,
    enableFindWidget: true,
    localResourceRoots: [pageRoot(extensionUri)],
  };
  const panel = vscode.window.createWebviewPanel(
    'psirtMaturity.rollUp',
    t('panel.roll-title'),
    vscode.ViewColumn.Active,
    options,
  );
  shown = panel;
  const sideBySide = new SideBySidePage(analyses, panel.webview);
  panel.webview.html = panelHtml(panel.webview, extensionUri, t.language, 'tab', page);
  panel.onDidDispose(() => {
    sideBySide.dispose();
    shown = undefined;
  });
}

type ExportRequest = Extract<RollUpPanelMessage, { type: 'export' }>;

class SideBySidePage implements vscode.Disposable {
  /** By address, so that reading a file again replaces its row. */
  private rows = new Map<string, HostedRow>();
  private individuals = new Map<string, IndividualFigures & { readonly places: readonly string[] }>();
  /** Files that cannot be scored, by address. */
  private unscored = new Map<string, UnscoredFile>();
  private readonly reading = new NewestWork(() => new vscode.CancellationTokenSource());
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly analyses: Analyses,
    private readonly webview: vscode.Webview,
  ) {
    this.subscriptions = webview.onDidReceiveMessage((raw: unknown) => {
      const message = readRollUpMessage(raw);
      if (message) attempt(() => this.receive(message), analyses.words.t);
    });
  }

  private async receive(message: RollUpPanelMessage): Promise<void> {
    if (message.type === 'open') return this.open(message.uri, message.service);
    if (message.type === 'export') return this.export(message);
    if (message.type === 'stop') return this.reading.stop();
    if (message.type === 'ready') this.sendTexts();
    await this.read();
  }

  private sendTexts(): void {
    const { t, catalogue, sheet } = this.analyses.words;
    this.post({ type: 'texts', language: t.language, catalogue: partOf(catalogue, rollUpWords), sheet });
  }

  /** Reads all files again. When stopped, shows what was read so far. */
  private async read(): Promise<void> {
    const source = this.reading.begin();
    this.rows = new Map();
    this.individuals = new Map();
    this.unscored = new Map();
    let [count, told] = [0, 0];
    const visit = (uri: vscode.Uri, text: string): void => {
      if (source.token.isCancellationRequested) return;
      this.add(uri, text);
      count += 1;
      if (Date.now() - told < pace) return;
      told = Date.now();
      this.post({ type: 'reading', count });
    };
    await visitAssessments(source.token, visit, (uri) => this.leave(uri, this.analyses.words.t('view.roll-unread')));
    if (!this.reading.isNewest(source)) return;
    this.complete();
    this.post({ type: 'rows', rows: [...this.rows.values()], unscored: [...this.unscored.values()] });
  }

  private add(uri: vscode.Uri, text: string): void {
    const assessment = parseAssessment(text);
    const scored = scoreAssessment(this.analyses.words.sheet, assessment);
    if (!isScorable(assessment)) return this.leave(uri, this.reasonOf(uri, { assessment, scored }));
    const belongsTo = placesMeant(assessment, homeOf(uri));
    if (belongsTo) {
      const places = belongsTo.map((place) => addressOf(uri.with({ path: place })));
      return void this.individuals.set(addressOf(uri), { places, ...individualFigures(assessment, scored) });
    }
    const name = printable(assessment.subject?.value ?? '').trim() || baseName(uri);
    const assessed = assessment.assessed?.value;
    const path = vscode.workspace.asRelativePath(uri);
    const isStale = isStaleOn(assessed, today());
    this.rows.set(uri.toString(), { uri: uri.toString(), name, path, assessed, isStale, scored });
  }

  private leave(uri: vscode.Uri, reason: string): void {
    this.unscored.set(uri.toString(), { path: vscode.workspace.asRelativePath(uri), reason });
  }

  /** Why a file cannot be scored: its first error. */
  private reasonOf(uri: vscode.Uri, analysis: Pick<Analysis, 'assessment' | 'scored'>): string {
    const problems = this.analyses.check(uri, analysis, new Map());
    return problems.find(({ severity }) => severity === 'error')?.message ?? this.analyses.words.t('overview.unjudged');
  }

  /** Adds distinct names, and the progress of assessors, to the rows. */
  private complete(): void {
    const { t } = this.analyses.words;
    const rows = this.rowsInFigures();
    distinctions(rows).forEach((detail, index) => {
      const row = rows[index];
      if (!row) return;
      const name = detail === undefined ? row.name : t('report.told-apart', { name: row.name, detail });
      this.rows.set(row.uri, { ...row, name });
    });
  }

  /** The rows with the progress of their assessors. */
  private rowsInFigures(): HostedRow[] {
    const rows = [...this.rows.values()];
    const own = Array.from(this.individuals, ([place, individual]) => ({ place, individual }));
    const { individuals } = groupIndividuals<HostedRow | (typeof own)[number]>([...rows, ...own], (one) =>
      'place' in one
        ? { place: one.place, belongsTo: one.individual.places }
        : { place: addressOf(vscode.Uri.parse(one.uri, true)) },
    );
    return rows.map((row) => {
      const ofRow = individuals.get(row)?.flatMap((one) => ('place' in one ? [one.individual] : []));
      return ofRow ? { ...row, individual: individualProgress(ofRow) } : row;
    });
  }

  /** Exports what the page shows, from the data read. */
  private async export({ rows: uris, unscored, isGrouped, folded }: ExportRequest): Promise<void> {
    const rows = uris.flatMap((uri) => this.rows.get(uri) ?? []);
    const byPath = new Map([...this.unscored.values()].map((file) => [file.path, file]));
    const left = unscored.flatMap((path) => byPath.get(path) ?? []);
    const { exportSideBySide } = await import('./export-side-by-side');
    const groups = isGrouped ? byFolder(rows, this.analyses.words.t.language) : [{ rows }];
    const read = rows.map(({ uri }) => vscode.Uri.parse(uri, true));
    await exportSideBySide(this.analyses, { groups, unscored: left, folded }, read);
  }

  /** Opens one of the files shown; other addresses are ignored. */
  private async open(uri: string, service?: string): Promise<void> {
    if (!this.rows.has(uri)) return;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
    const key = service === undefined ? undefined : this.analyses.of(document).assessment.services.get(service)?.key;
    await vscode.window.showTextDocument(document, {
      selection: key && rangeOf(document, key),
      viewColumn: vscode.ViewColumn.Beside,
    });
  }

  private post(message: RollUpHostMessage): void {
    void this.webview.postMessage(message);
  }

  dispose(): void {
    this.reading.dispose();
    this.subscriptions.dispose();
  }
}
