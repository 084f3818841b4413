// Files that exist in memory only, below `memtest:/`: what a virtual workspace is to an extension.
const vscode = require('vscode');

/** The parent folder of a path, and the name in it. */
function split(path) {
  const at = path.lastIndexOf('/');
  return [path.slice(0, at) || '/', path.slice(at + 1)];
}

/** Where those who ask have to wait while it is held. */
class Gate {
  #opened = Promise.resolve();
  #open = () => {};

  hold() {
    this.#opened = new Promise((resolve) => (this.#open = resolve));
  }

  release() {
    this.#open();
  }

  passed() {
    return this.#opened;
  }
}

class MemoryFiles {
  /** Contents by path; a folder has `null`. */
  #entries = new Map([
    ['/', null],
    ['/assessments', null],
  ]);
  #fileGate = new Gate();
  #folderGate = new Gate();
  #reads = [];
  #open = 0;
  #looks = [];
  #most = 0;
  #changed = new vscode.EventEmitter();
  onDidChangeFile = this.#changed.event;

  watch() {
    return new vscode.Disposable(() => {});
  }

  stat(uri) {
    const content = this.#read(uri);
    return {
      type: content ? vscode.FileType.File : vscode.FileType.Directory,
      ctime: 0,
      mtime: content?.mtime ?? 0,
      size: content?.bytes.length ?? 0,
    };
  }

  /** What there was when it was asked for, however long the answer takes. */
  async readDirectory({ path }) {
    const inside = [...this.#entries].filter(([entry]) => entry !== '/' && split(entry)[0] === path);
    this.#looks.push(path);
    await this.#folderGate.passed();
    return inside.map(([entry, content]) => [
      split(entry)[1],
      content ? vscode.FileType.File : vscode.FileType.Directory,
    ]);
  }

  async readFile(uri) {
    this.#reads.push(uri.path);
    this.#most = Math.max(this.#most, ++this.#open);
    await this.#fileGate.passed();
    this.#open--;
    const content = this.#read(uri);
    if (!content) throw vscode.FileSystemError.FileIsADirectory(uri);
    return content.bytes;
  }

  /** Lets readers wait from now on. */
  hold() {
    this.#reads = [];
    this.#most = this.#open;
    this.#fileGate.hold();
  }

  /** Lets those who look into folders wait from now on. */
  holdFolders() {
    this.#looks = [];
    this.#folderGate.hold();
  }

  /** Lets all go on. */
  release() {
    this.#fileGate.release();
    this.#folderGate.release();
  }

  /** The folders that were looked into since `holdFolders`. */
  get looks() {
    return this.#looks;
  }

  /** The files that were asked for since `hold`, each as often as it was. */
  get reads() {
    return this.#reads;
  }

  /** The most of them at the same time. */
  get most() {
    return this.#most;
  }

  writeFile(uri, bytes) {
    const type = this.#entries.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    for (let [folder] = split(uri.path); !this.#entries.has(folder); [folder] = split(folder))
      this.#entries.set(folder, null);
    this.#entries.set(uri.path, { bytes, mtime: Date.now() });
    this.#changed.fire([{ type, uri }]);
  }

  /** Puts files of the same content into a folder, with no word to those who watch it. */
  fill(folder, names, bytes) {
    this.createDirectory(folder);
    for (const name of names) this.#entries.set(`${folder.path}/${name}`, { bytes, mtime: Date.now() });
  }

  createDirectory({ path }) {
    this.#entries.set(path, null);
  }

  delete(uri) {
    this.#read(uri);
    for (const path of this.#entries.keys())
      if (path === uri.path || path.startsWith(`${uri.path}/`)) this.#entries.delete(path);
    this.#changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  async rename(from, to) {
    this.writeFile(to, await this.readFile(from));
    this.delete(from);
  }

  #read(uri) {
    if (!this.#entries.has(uri.path)) throw vscode.FileSystemError.FileNotFound(uri);
    return this.#entries.get(uri.path);
  }
}

exports.activate = ({ subscriptions }) => {
  const files = new MemoryFiles();
  subscriptions.push(
    vscode.workspace.registerFileSystemProvider('memtest', files, { isCaseSensitive: true }),
    vscode.commands.registerCommand('memtest.fill', (...asked) => files.fill(...asked)),
    vscode.commands.registerCommand('memtest.hold', () => files.hold()),
    vscode.commands.registerCommand('memtest.holdFolders', () => files.holdFolders()),
    vscode.commands.registerCommand('memtest.looks', () => files.looks),
    vscode.commands.registerCommand('memtest.reads', () => files.reads),
    vscode.commands.registerCommand('memtest.most', () => files.most),
    vscode.commands.registerCommand('memtest.release', () => files.release()),
  );
};
