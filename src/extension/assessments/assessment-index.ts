/**
 * An index of every assessment of the workspace, open or not: built on first use, then updated file by file. A file on
 * disk is read again when its time or size changes; an open document takes precedence over its file.
 */
import * as vscode from 'vscode';
import { today, type Analyses } from '../core/analyses';
import type { CitedDocuments } from '../evidence/cited-documents';
import type { FoundFiles } from '../evidence/files-near';
import { isAssessment } from '../core/assessment-documents';
import { findAssessments, isListed, mayHoldAssessments } from './find-assessments';
import { inParallel } from '../core/in-parallel';
import type { IndexedFile } from './indexed-file';

/** Number of files read concurrently. */
const concurrency = 16;
/** Changes of files and documents within this time are handled together, in milliseconds. */
const pause = 250;
/** The shortest time between two notifications, in milliseconds; it grows while many files are read. */
const shortest = 100;
const longest = 5000;

/** One pass over all files. */
interface Run {
  readonly source: vscode.CancellationTokenSource;
  readonly done: Promise<void>;
}

export class AssessmentIndex implements vscode.Disposable {
  private readonly entries = new Map<string, IndexedFile>();
  private readonly changed = new vscode.EventEmitter<readonly vscode.Uri[]>();
  private readonly subscriptions: vscode.Disposable;
  /** Changed files and documents, by address, and places that may be new folders. */
  private touched = new Map<string, vscode.Uri>();
  private appeared: vscode.Uri[] = [];
  /** Files changed since the search for all files began, whose result may not include them yet. */
  private readonly newer = new Set<string>();
  /** The number of the latest reading of each file: an earlier one that ends later is dropped. */
  private readonly turns = new Map<string, number>();
  private readonly evidence: FoundFiles = new Map();
  private untold: vscode.Uri[] = [];
  private reader: ReturnType<typeof setTimeout> | undefined;
  private teller: ReturnType<typeof setTimeout> | undefined;
  private pace = shortest;
  private run: Run | undefined;
  private turn = 0;
  private generation = 0;
  private day = '';

  /** Fires with the files that were added, removed or changed; with none when only the progress changed. */
  readonly onDidChange = this.changed.event;
  /** The progress of reading all files, while that is under way. */
  progress: { readonly read: number; readonly total: number } | undefined;

  constructor(
    private readonly analyses: Analyses,
    private readonly cited: CitedDocuments,
  ) {
    const watcher = vscode.workspace.createFileSystemWatcher('**/*');
    this.subscriptions = vscode.Disposable.from(
      this.changed,
      watcher,
      watcher.onDidCreate((uri) => this.touch(uri, mayHoldAssessments(uri))),
      // A folder that is deleted and created again at once is only reported as changed.
      watcher.onDidChange((uri) => this.touch(uri, mayHoldAssessments(uri))),
      watcher.onDidDelete((uri) => this.touch(uri)),
      vscode.workspace.onDidOpenTextDocument(({ uri }) => isListed(uri) && this.touch(uri)),
      vscode.workspace.onDidChangeTextDocument(({ document: { uri } }) => isListed(uri) && this.touch(uri)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => isListed(uri) && this.touch(uri)),
      cited.onDidChange((uri) => isListed(uri) && this.touch(uri)),
      analyses.onDidChangeWords(() => this.invalidate()),
      vscode.workspace.onDidChangeConfiguration(
        (change) => change.affectsConfiguration('psirtMaturity.rules') && this.invalidate(),
      ),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.readAgain()),
      // Ages and due dates depend on the day, so all files are checked again on another day.
      vscode.window.onDidChangeWindowState(() => this.day !== today() && this.readAgain()),
    );
  }

  /** The files read so far, in no particular order. */
  get files(): readonly IndexedFile[] {
    return [...this.entries.values()];
  }

  get(uri: vscode.Uri): IndexedFile | undefined {
    return this.entries.get(uri.toString());
  }

  /** Reads all files on the first call; resolves when they are read. */
  async start(): Promise<void> {
    await (this.run ? this.settled() : this.readAll());
  }

  /** Finds all files again and reads those that changed; cancels a pass in progress. */
  async readAll(): Promise<void> {
    this.run?.source.cancel();
    const source = new vscode.CancellationTokenSource();
    this.run = { source, done: this.readEach(source.token) };
    await this.settled();
  }

  /** Discards all entries: language or severities changed, so unchanged files have other results. */
  private invalidate(): void {
    this.generation++;
    this.readAgain();
  }

  private readAgain(): void {
    if (this.run) void this.readAll();
  }

  /** Waits for the pass over all files, and for passes that replaced it meanwhile. */
  private async settled(): Promise<void> {
    for (let run: Run | undefined; run !== this.run; await run?.done) run = this.run;
  }

  private async readEach(token: vscode.CancellationToken): Promise<void> {
    this.day = today();
    this.pace = shortest;
    this.evidence.clear();
    this.newer.clear();
    const found = await findAssessments(token);
    if (token.isCancellationRequested) return;
    const present = new Set(found.map(String));
    for (const [key, { uri }] of this.entries) if (!present.has(key) && !this.newer.has(key)) this.set(uri, undefined);
    let read = 0;
    await inParallel(found, concurrency, token, async (uri) => {
      await this.read(uri);
      if (!token.isCancellationRequested) this.progress = { read: ++read, total: found.length };
    });
    if (token.isCancellationRequested) return;
    this.progress = undefined;
    this.evidence.clear();
    this.tell();
  }

  private async read(uri: vscode.Uri): Promise<void> {
    const [key, turn] = [uri.toString(), ++this.turn];
    this.turns.set(key, turn);
    const around = {
      analyses: this.analyses,
      cited: this.cited,
      evidence: this.evidence,
      epoch: `${this.generation} ${today()}`,
    };
    const document = vscode.workspace.textDocuments.find(
      (candidate) => candidate.uri.toString() === key && isAssessment(candidate),
    );
    const { fromDocument, fromFile } = await import('./indexed-file');
    const file = await (document ? fromDocument(document, around) : fromFile(uri, this.entries.get(key), around));
    if (this.turns.get(key) !== turn) return;
    this.turns.delete(key);
    this.set(uri, file);
  }

  private set(uri: vscode.Uri, file: IndexedFile | undefined): void {
    const key = uri.toString();
    if (this.entries.get(key) === file) return;
    if (file) this.entries.set(key, file);
    else this.entries.delete(key);
    this.untold.push(uri);
    this.teller ??= setTimeout(() => this.tell(), this.pace);
  }

  private tell(): void {
    clearTimeout(this.teller);
    this.teller = undefined;
    this.pace = Math.min(this.pace * 2, longest);
    this.changed.fire(this.untold.splice(0));
  }

  private touch(uri: vscode.Uri, mayBeFolder = false): void {
    if (!this.run) return;
    this.touched.set(uri.toString(), uri);
    if (mayBeFolder) this.appeared.push(uri);
    this.reader ??= setTimeout(() => void this.readTouched(), pause);
  }

  private async readTouched(): Promise<void> {
    const { touched, appeared } = this;
    [this.touched, this.appeared, this.reader] = [new Map(), [], undefined];
    this.evidence.clear();
    const due = new Map([...touched].filter(([, uri]) => isListed(uri)));
    for (const [key, file] of this.entries) {
      const rests = !file.cites.some((address) => isAmong(address, touched));
      if (rests && !isAmong(key, touched)) continue;
      if (!rests) this.entries.set(key, { ...file, stamp: '' });
      due.set(key, file.uri);
    }
    for (const key of due.keys()) this.newer.add(key);
    this.pace = shortest;
    if ((await Promise.all(appeared.map(isFolder))).includes(true)) return this.readAll();
    await inParallel([...due.values()], concurrency, { isCancellationRequested: false }, (uri) => this.read(uri));
  }

  dispose(): void {
    this.run?.source.cancel();
    clearTimeout(this.teller);
    clearTimeout(this.reader);
    this.subscriptions.dispose();
  }
}

/** Whether an address, or a folder above it, is among the changed ones. */
function isAmong(address: string, touched: ReadonlyMap<string, vscode.Uri>): boolean {
  for (let end = address.length; end > 0; end = address.lastIndexOf('/', end - 1))
    if (touched.has(address.slice(0, end))) return true;
  return false;
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch {
    return false;
  }
}
