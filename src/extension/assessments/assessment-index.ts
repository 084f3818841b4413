/**
 * An index of every assessment of the workspace, open or not: built on first use from what was kept the last time, then
 * updated file by file. A file on disk is read again when its time or size changes; an open document takes precedence
 * over its file. What was kept is shown at once, and then compared with the documents it cites.
 */
import * as vscode from 'vscode';
import { today, type Analyses } from '../core/analyses';
import type { CitedDocuments } from '../evidence/cited-documents';
import type { FoundFiles } from '../evidence/files-near';
import { findAssessments, isListed, mayHoldAssessments } from './find-assessments';
import { isOnDisk } from '../core/disks';
import { inParallel } from '../core/in-parallel';
import { yieldToHost } from '../../language/yield-to-host';
import { Around } from './basis';
import {
  addressOf,
  fromKept,
  isEvidenceSame,
  isUnproven,
  placesCited,
  type IndexedFile,
  type KeptEntry,
  type Surroundings,
} from './indexed-file';
import type { KeptIndex } from './kept-index';
import { Reading } from './reading';
import { takeFiles } from './take-files';

/**
 * Number of files that are read at the same time. VS Code has its window agree to each request for one, for which a
 * single file waits longer than for its disk; other file systems may be far away.
 */
const concurrency = { onDisk: 128, elsewhere: 16 };
/** Changes of files and documents within this time are handled together, in milliseconds. */
const pause = 250;
/** The shortest time between two notifications, in milliseconds; it grows while many files are read. */
const shortest = 100;
/** The same where a kept index was read: all of it is there before that, and is shown in one notification. */
const shortestKept = 1500;
const longest = 10_000;

/** One pass over all files. */
interface Run {
  readonly source: vscode.CancellationTokenSource;
  readonly done: Promise<void>;
}

export class AssessmentIndex implements vscode.Disposable, Surroundings {
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
  /** Evidence already looked up, by address. */
  readonly evidence: FoundFiles = new Map();
  private untold: vscode.Uri[] = [];
  private reader: ReturnType<typeof setTimeout> | undefined;
  private teller: ReturnType<typeof setTimeout> | undefined;
  private pace = shortest;
  private run: Run | undefined;
  private turn = 0;
  private day = '';
  readonly around = new Around();
  /** What was kept the last time, until all files have been read. */
  private kept: ReadonlyMap<string, KeptEntry> | undefined;
  private isKept = true;

  /** Fires with the files that were added, removed or changed; with none when only the progress changed. */
  readonly onDidChange = this.changed.event;
  /** The progress of reading all files, while that is under way. */
  progress: { readonly read: number; readonly total: number } | undefined;

  constructor(
    readonly analyses: Analyses,
    readonly cited: CitedDocuments,
    private readonly store: KeptIndex,
  ) {
    const watcher = vscode.workspace.createFileSystemWatcher('**/*');
    this.subscriptions = vscode.Disposable.from(
      this.changed,
      store,
      watcher,
      watcher.onDidCreate((uri) => this.touch(uri, mayHoldAssessments(uri))),
      // A folder that is deleted and created again at once is only reported as changed.
      watcher.onDidChange((uri) => this.touch(uri, mayHoldAssessments(uri))),
      watcher.onDidDelete((uri) => this.touch(uri)),
      vscode.workspace.onDidOpenTextDocument(({ uri }) => isListed(uri) && this.touch(uri)),
      vscode.workspace.onDidChangeTextDocument(({ document: { uri } }) => isListed(uri) && this.touch(uri)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => isListed(uri) && this.touch(uri)),
      cited.onDidChange((uri) => isListed(uri) && this.touch(uri)),
      analyses.onDidChangeWords(() => this.readAgain()),
      vscode.workspace.onDidChangeConfiguration(
        (change) => change.affectsConfiguration('psirtMaturity.rules') && this.readAgain(),
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
    const isFirst = this.entries.size === 0;
    const [found, kept] = await Promise.all([findAssessments(token), isFirst ? this.store.read() : undefined]);
    if (token.isCancellationRequested) return;
    this.kept = kept;
    if (kept?.size) this.pace = shortestKept;
    const present = new Set(found.map(String));
    for (const [key, { uri }] of this.entries) if (!present.has(key) && !this.newer.has(key)) this.set(uri, undefined);
    let read = 0;
    await this.read(found, token, () => (this.progress = { read: ++read, total: found.length }));
    if (token.isCancellationRequested) return;
    this.progress = undefined;
    this.kept = undefined;
    this.tell();
    await this.prove(token);
    if (token.isCancellationRequested) return;
    this.evidence.clear();
    this.keep();
  }

  /** Reads those of some files that have changed. */
  private async read(
    uris: readonly vscode.Uri[],
    token: Pick<vscode.CancellationToken, 'isCancellationRequested'>,
    onRead?: () => void,
  ): Promise<void> {
    const look = async (uri: vscode.Uri) => {
      const [key, turn] = [uri.toString(), ++this.turn];
      this.turns.set(key, turn);
      return Object.assign(await Reading.begin(uri, this.knownOf(uri), this), { turn });
    };
    await takeFiles(uris, limitFor(uris), token, look, async (reading) => {
      const [key, file] = [reading.uri.toString(), await reading.entry()];
      if (!token.isCancellationRequested) onRead?.();
      if (this.turns.get(key) !== reading.turn) return;
      this.turns.delete(key);
      if (file !== reading.known) this.isKept = false;
      this.set(reading.uri, file);
    });
  }

  private knownOf(uri: vscode.Uri): IndexedFile | undefined {
    const key = uri.toString();
    const kept = this.kept?.get(key);
    return this.entries.get(key) ?? (kept && fromKept(uri, kept));
  }

  /** Looks up what the entries cite that were kept, and reads the files again where that has changed. */
  private async prove(token: vscode.CancellationToken): Promise<void> {
    const changed: vscode.Uri[] = [];
    const unproven = this.files.filter(isUnproven);
    await inParallel(unproven, limitFor(unproven.map(({ uri }) => uri)), token, async (file) => {
      await yieldToHost();
      const key = file.uri.toString();
      if (this.entries.get(key) !== file) return;
      // Known before the documents are looked at, so that no change of theirs goes unnoticed.
      const known = { ...file, cites: placesCited(file.uri, file.basis?.links ?? []) };
      this.entries.set(key, known);
      if ((await isEvidenceSame(known, this)) || this.entries.get(key) !== known) return;
      this.entries.set(key, { ...known, basis: undefined });
      changed.push(file.uri);
    });
    await this.read(changed, token);
  }

  private keep(): void {
    if (this.isKept) return;
    this.isKept = true;
    this.store.schedule(() => this.entries.values());
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
    this.pace = Math.min(this.pace * 3, longest);
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
    const isTouched = within(touched.values());
    for (const [key, file] of this.entries) {
      await yieldToHost();
      const rests = !file.cites.some(isTouched);
      if (rests && !isTouched(file.address)) continue;
      if (!rests) this.entries.set(key, { ...file, basis: undefined });
      due.set(key, file.uri);
    }
    for (const key of due.keys()) this.newer.add(key);
    this.pace = shortest;
    if ((await Promise.all(appeared.map(isFolder))).includes(true)) return this.readAll();
    await this.read([...due.values()], { isCancellationRequested: false });
    this.keep();
  }

  dispose(): void {
    this.run?.source.cancel();
    clearTimeout(this.teller);
    clearTimeout(this.reader);
    this.subscriptions.dispose();
  }
}

function limitFor(uris: readonly vscode.Uri[]): number {
  return uris.every(isOnDisk) ? concurrency.onDisk : concurrency.elsewhere;
}

/** Tells whether an address, or a folder above it, is among the changed ones. */
function within(touched: Iterable<vscode.Uri>): (address: string) => boolean {
  const changed = new Set([...touched].map(addressOf));
  // Files cite the same documents again and again.
  const known = new Map<string, boolean>();
  return (address) => {
    const isAmong = known.get(address) ?? isBelow(address, changed);
    known.set(address, isAmong);
    return isAmong;
  };
}

function isBelow(address: string, folders: ReadonlySet<string>): boolean {
  for (let end = address.length; end > 0; end = address.lastIndexOf('/', end - 1))
    if (folders.has(address.slice(0, end))) return true;
  return false;
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch {
    return false;
  }
}
