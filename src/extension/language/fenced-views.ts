/** The views in fences of Markdown documents: rendered once for each state of a file, and updated as it changes. */
import * as vscode from 'vscode';
import { assessmentPattern } from '../../assessment/file-name';
import { parseFence, type Fence } from '../../language/fence';
import { fencedView, fenceMessage } from '../../report/document/fenced-view';
import type { Analyses } from '../core/analyses';
import { analysisOf } from '../assessments/checked-file';
import { resolveFrom } from '../evidence/cited-documents';

/** Changes within this time are shown together, in milliseconds. */
const pause = 250;
/** The time after which a preview that is being opened is ready, in milliseconds. */
const settling = 1000;

interface Shown {
  readonly uri: vscode.Uri;
  readonly fence: Fence;
  /** The last rendering, also while a newer state is being read, so that a preview does not flicker. */
  html: string;
  /** It was rendered at least once. */
  ready: boolean;
}

export class FencedViews implements vscode.Disposable {
  private readonly shown = new Map<string, Shown>();
  /** The views to render again. */
  private readonly stale = new Set<Shown>();
  private readonly subscriptions: vscode.Disposable;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private again: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly analyses: Analyses) {
    const watcher = vscode.workspace.createFileSystemWatcher(assessmentPattern);
    const changed = (uri: vscode.Uri): void => this.renew((one) => one.uri.toString() === uri.toString());
    this.subscriptions = vscode.Disposable.from(
      watcher,
      watcher.onDidChange(changed),
      watcher.onDidCreate(changed),
      watcher.onDidDelete(changed),
      vscode.workspace.onDidChangeTextDocument(({ document }) => changed(document.uri)),
      // A document closed without saving has the content of its file again.
      vscode.workspace.onDidCloseTextDocument(({ uri }) => changed(uri)),
      analyses.onDidChangeWords(() => this.renew(() => true)),
    );
  }

  /** The HTML in place of a fence, synchronously: what is known of the file; reading starts if nothing is. */
  html(content: string, from: vscode.Uri | undefined): string {
    const { t } = this.analyses.words;
    const fence = parseFence(content);
    if ('key' in fence) return fenceMessage(t(fence.key, fence.parameters));
    const uri = from && resolveFrom(from, fence.assessment);
    if (!uri) return fenceMessage(t('fence.outside', { path: fence.assessment }));
    const key = `${fence.view} ${uri.toString()}`;
    const known = this.shown.get(key);
    if (known) return known.html;
    const added: Shown = {
      uri,
      fence,
      html: fenceMessage(t('fence.reading', { path: fence.assessment })),
      ready: false,
    };
    this.shown.set(key, added);
    this.renew((one) => one === added, 0);
    return added.html;
  }

  /**
   * Refreshes all Markdown previews. One that is just being opened may miss that, so it is then repeated a little
   * later.
   */
  refreshPreviews(opening: boolean): void {
    const refresh = (): void => void vscode.commands.executeCommand('markdown.preview.refresh');
    refresh();
    if (!opening) return;
    clearTimeout(this.again);
    this.again = setTimeout(refresh, settling);
  }

  private renew(concerns: (one: Shown) => boolean, delay = pause): void {
    const concerned = [...this.shown.values()].filter(concerns);
    if (!concerned.length) return;
    concerned.forEach((one) => this.stale.add(one));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.render(), delay);
  }

  private async render(): Promise<void> {
    const todo = [...this.stale];
    const opening = todo.some(({ ready }) => !ready);
    this.stale.clear();
    const changes = await Promise.all(
      todo.map(async (one) => {
        const html = await this.rendered(one);
        const changed = html !== one.html;
        Object.assign(one, { html, ready: true });
        return changed;
      }),
    );
    if (changes.includes(true)) this.refreshPreviews(opening);
  }

  private async rendered({ uri, fence }: Shown): Promise<string> {
    const { sheet, t } = this.analyses.wordsOf({ uri });
    const path = vscode.workspace.asRelativePath(uri);
    try {
      return await fencedView(fence.view, { path, ...(await analysisOf(this.analyses, uri)) }, sheet, t);
    } catch {
      return fenceMessage(t('fence.missing', { path }));
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    clearTimeout(this.again);
    this.subscriptions.dispose();
  }
}
