/**
 * The maturity sheet in an editor tab: for reading, searching and comparing languages, with the active assessment
 * marked.
 */
import * as vscode from 'vscode';
import { isScorable } from '../../assessment/scorable';
import { languages, partOf, type Catalogue, type Language } from '../../messages/messages';
import type { Sheet } from '../../sheet/sheet';
import type { Marked } from '../../views/SheetDocument';
import { sheetWords, type SheetHostMessage } from '../../webview/sheet-protocol';
import type { ActiveAssessment } from '../core/active-assessment';
import type { Analyses } from '../core/analyses';
import { baseName } from '../core/assessment-documents';
import { attempt } from '../core/notify';
import { pageRoot, panelHtml } from './panel-html';
import { saveSheet } from './save-sheet';
import { readSheetMessage, readSheetPlace, type SheetPlace } from './sheet-message';
import { loadWords, type Words } from '../core/words';

const sheetTab = 'psirtMaturity.sheetTab';

/** What the tab needs of the extension. */
export interface SheetHost {
  readonly extensionUri: vscode.Uri;
  readonly analyses: Analyses;
  readonly active: ActiveAssessment;
}

const page = { script: 'sheet.js', styles: ['panel.css', 'description.css', 'sheet.css'] };

/** "Open Maturity Sheet": at the place passed to the command, if it is valid. */
export function openSheet(host: SheetHost, given?: unknown): void {
  showSheet(host, readSheetPlace(given));
}

let shown: SheetPanel | undefined;

/** Shows the sheet in its only tab, optionally at a place. */
export function showSheet(host: SheetHost, at?: SheetPlace): void {
  if (!shown) {
    const options = { enableFindWidget: true, retainContextWhenHidden: true };
    adoptSheet(
      host,
      vscode.window.createWebviewPanel(
        sheetTab,
        host.analyses.words.t('view.sheet'),
        vscode.ViewColumn.Active,
        options,
      ),
    );
  }
  shown?.reveal(at);
}

/** Sets up a tab, new or restored from an earlier session. */
export function adoptSheet(host: SheetHost, tab: vscode.WebviewPanel): void {
  const panel = new SheetPanel(host, tab);
  shown = panel;
  tab.onDidDispose(() => {
    panel.dispose();
    if (shown === panel) shown = undefined;
  });
}

class SheetPanel implements vscode.Disposable {
  private readonly subscriptions: vscode.Disposable;
  private ready = false;
  private wanted: SheetPlace | undefined;
  private told: Words | undefined;

  constructor(
    private readonly host: SheetHost,
    private readonly tab: vscode.WebviewPanel,
  ) {
    const { extensionUri, analyses, active } = host;
    const icon = (kind: string): vscode.Uri => vscode.Uri.joinPath(extensionUri, 'media', 'icons', `sheet-${kind}.svg`);
    tab.iconPath = { light: icon('light'), dark: icon('dark') };
    tab.webview.options = { enableScripts: true, localResourceRoots: [pageRoot(extensionUri)] };
    this.subscriptions = vscode.Disposable.from(
      tab.webview.onDidReceiveMessage((raw: unknown) => attempt(() => this.receive(raw), analyses.words.t)),
      active.onDidChange(() => (this.told === this.ownWords() ? this.mark() : void this.refresh())),
      analyses.onDidChangeWords(() => this.refresh()),
      analyses.onDidChange(({ document, by }) => document === active.document && by === 'text' && this.mark()),
    );
    tab.webview.html = panelHtml(tab.webview, extensionUri, analyses.words.t.language, 'tab', page);
  }

  reveal(at?: SheetPlace): void {
    this.tab.reveal(undefined, false);
    this.wanted = at;
    if (this.ready) this.showWanted();
  }

  private async receive(raw: unknown): Promise<void> {
    const asked = readSheetMessage(raw);
    if (!asked) return;
    if (asked.type === 'save') return saveSheet(this.host, await this.words(), asked.layout, this.marked());
    this.ready = true;
    await this.refresh();
    this.showWanted();
  }

  /** The texts of every language: the reader's with the overlay, the others as shipped. */
  private async words(): Promise<Readonly<Record<Language, Words>>> {
    const { extensionUri } = this.host;
    const own = this.ownWords();
    const all = languages.map(
      async (language): Promise<[Language, Words]> => [
        language,
        language === own.t.language ? own : await loadWords(extensionUri, language),
      ],
    );
    return Object.fromEntries(await Promise.all(all)) as Record<Language, Words>;
  }

  /** The texts for the active assessment, which may have an organisation's overlay. */
  private ownWords(): Words {
    const { analyses, active } = this.host;
    return active.document ? analyses.wordsOf(active.document) : analyses.words;
  }

  private async refresh(): Promise<void> {
    if (!this.ready) return;
    this.told = this.ownWords();
    const words = await this.words();
    const each = <T>(of: (one: Words) => T): Record<Language, T> =>
      Object.fromEntries(languages.map((language) => [language, of(words[language])])) as Record<Language, T>;
    const { t } = this.host.analyses.words;
    this.tab.title = t('view.sheet');
    this.post({
      type: 'texts',
      language: t.language,
      catalogues: each<Catalogue>(({ catalogue }) => partOf(catalogue, sheetWords)),
      sheets: each<Sheet>(({ sheet }) => sheet),
    });
    this.mark();
  }

  private mark(): void {
    if (this.ready) this.post({ type: 'marked', marked: this.marked() });
  }

  /** The active assessment to mark; `null` where it cannot be read. */
  private marked(): Marked | null {
    const { analyses, active } = this.host;
    if (!active.document) return null;
    const { assessment, scored } = analyses.of(active.document);
    return isScorable(assessment) ? { name: assessment.subject?.value || baseName(active.document.uri), scored } : null;
  }

  private showWanted(): void {
    if (this.wanted) this.post({ type: 'show', ...this.wanted });
    this.wanted = undefined;
  }

  private post(sent: SheetHostMessage): void {
    void this.tab.webview.postMessage(sent);
  }

  dispose(): void {
    this.ready = false;
    this.subscriptions.dispose();
  }
}
