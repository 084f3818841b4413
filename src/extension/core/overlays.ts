/**
 * The organisation's overlay for each assessment: looked up when the assessment opens or changes, and when an overlay
 * file changes.
 */
import * as vscode from 'vscode';
import type { OverlayTrouble } from '../../overlay/find-overlay';
import { isOverlayPath, overlayPlaces } from '../../overlay/overlay-places';
import type { Sheet } from '../../sheet/sheet';
import { homeOf } from '../evidence/cited-documents';
import { exists } from './create-file';
import type { OverlaidSheet, OverlayFiles } from './overlay-files';
import type { Words } from './words';

/** The pause in typing in an overlay file after which assessments use its texts, in milliseconds. */
const pause = 300;

const none: OverlaidSheet = {};

/** The texts for an assessment, with the overlay it has in their language. */
export interface OverlaidWords {
  readonly words: Words;
  /** Why the overlay is not fully used. */
  readonly overlayTrouble?: OverlayTrouble;
}

export class Overlays implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly known = new Map<string, OverlaidSheet>();
  private readonly words = new WeakMap<Sheet, Words>();
  /** Whether a file exists at a place, cached until one is created or deleted. */
  private present = new Map<string, Promise<boolean>>();
  /** The reader of overlay files, loaded when there is one. */
  private files: OverlayFiles | undefined;
  private readonly subscriptions: vscode.Disposable;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Fires when an overlay file was created, deleted or changed, so that all look-ups have to be repeated. */
  readonly onDidChange = this.changed.event;

  constructor() {
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.{yaml,yml}');
    const touch = (uri: vscode.Uri): void => this.touch(uri);
    this.subscriptions = vscode.Disposable.from(
      this.changed,
      watcher,
      watcher.onDidCreate(touch),
      watcher.onDidChange(touch),
      watcher.onDidDelete(touch),
      vscode.workspace.onDidChangeTextDocument(
        ({ document, contentChanges }) => contentChanges.length > 0 && touch(document.uri),
      ),
      vscode.workspace.onDidChangeConfiguration(
        (change) => change.affectsConfiguration('psirtMaturity.wording') && this.changed.fire(),
      ),
      // Unsaved changes are lost when the editor closes.
      vscode.workspace.onDidCloseTextDocument(({ uri }) => touch(uri)),
    );
  }

  /** The texts for an assessment, as far as its overlay has been looked up. */
  wordsFor(uri: vscode.Uri, plain: Words): Words {
    const { sheet, plain: origin } = this.known.get(uri.toString()) ?? none;
    if (!sheet || origin !== plain.sheet) return plain;
    const words = this.words.get(sheet) ?? { ...plain, sheet };
    this.words.set(sheet, words);
    return words;
  }

  /** Why the overlay for an assessment is not fully used. */
  trouble(uri: vscode.Uri): OverlayTrouble | undefined {
    return this.known.get(uri.toString())?.trouble;
  }

  /** Looks up the overlay for an assessment, which may name one; resolves to whether the result has changed. */
  async lookUp(uri: vscode.Uri, named: string | undefined, words: Words): Promise<boolean> {
    const found = await this.find(uri, named, words);
    const [key, before] = [uri.toString(), this.known.get(uri.toString()) ?? none];
    this.known.set(key, found);
    return before.sheet !== found.sheet || JSON.stringify(before.trouble) !== JSON.stringify(found.trouble);
  }

  /** The texts for an assessment, which may name an overlay, in the language of `plain`, whatever the editor's is. */
  async overlaid(uri: vscode.Uri, named: string | undefined, plain: Words): Promise<OverlaidWords> {
    const { sheet = plain.sheet, trouble: overlayTrouble } = await this.find(uri, named, plain);
    return { words: { ...plain, sheet }, overlayTrouble };
  }

  private async find(uri: vscode.Uri, named: string | undefined, { sheet, t }: Words): Promise<OverlaidSheet> {
    if (uri.scheme === 'untitled') return none;
    const setting = vscode.workspace.getConfiguration('psirtMaturity', uri).get('wording', '');
    const places = overlayPlaces(homeOf(uri), t.language, named, setting);
    const worth = await Promise.all(
      places.map(({ path, asked }) => asked || (path !== undefined && this.isPresent(uri.with({ path })))),
    );
    if (!worth.includes(true)) return none;
    this.files ??= new (await import('./overlay-files')).OverlayFiles();
    return this.files.find(
      places.filter((_, index) => worth[index]),
      uri,
      sheet,
      t.language,
    );
  }

  private isPresent(uri: vscode.Uri): Promise<boolean> {
    const key = uri.toString();
    const present = this.present.get(key) ?? exists(uri);
    this.present.set(key, present);
    return present;
  }

  private touch(uri: vscode.Uri): void {
    if (!isOverlayPath(uri.path) && !this.files?.has(uri)) return;
    clearTimeout(this.timer);
    this.present.delete(uri.toString());
    this.files?.forget(uri);
    this.timer = setTimeout(() => this.changed.fire(), pause);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscriptions.dispose();
  }
}
