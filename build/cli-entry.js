// The entry of the command line, and the way its parts find each other: `dist/cli/parts.js` holds those that every
// check needs, `dist/cli/rare.js` those that some do, the others are files beside them. A check keeps the compiled code
// of what it ran in the user's cache folder, since compiling takes longer than the check itself. The build puts values
// in the place of BUILD (a hash of the parts), RARE (the names of the rare ones) and CHECKING (the part that runs when
// files are checked).
const fs = require('node:fs');
const { dirname, isAbsolute, join } = require('node:path');
const { Script } = require('node:vm');

const folder = process.env.NODE_DISABLE_COMPILE_CACHE ? undefined : cacheFolder();
const beside = join(__dirname, 'cli');
const usual = opened('parts');
let rare;

/** A file of parts: what runs each, by its name, and which of them have run. */
function opened(file) {
  const path = join(beside, `${file}.js`);
  const keptFile = folder && join(folder, `${process.version}-${process.arch}-${file}.code`);
  const kept = readKept(keptFile) ?? { names: [] };
  const script = new Script(fs.readFileSync(path, 'latin1'), { filename: path, cachedData: kept.code });
  const given = {};
  script.runInThisContext()(given, require, load, join(beside, BUILD), beside);
  return { parts: given.parts, ran: {}, script, kept, keptFile };
}

/** What a part or a file beside it exports; a part runs when it is first asked for. */
function load(name) {
  if (!usual.parts[name] && !RARE.includes(name)) return loadFile(name);
  const { parts, ran } = usual.parts[name] ? usual : (rare ??= opened('rare'));
  ran[name] ??= parts[name]();
  return ran[name];
}

function loadFile(name) {
  // Node 22 and newer keep the compiled code of single files.
  if (isOwnFolder()) require('node:module').enableCompileCache?.(folder);
  return require(`./cli/${name.slice(2)}`);
}

/** The folder for compiled code; `undefined` where the system has none for this user. */
function cacheFolder() {
  const { HOME: home, LOCALAPPDATA: local, XDG_CACHE_HOME: named } = process.env;
  const ofHome = home && join(home, ...(process.platform === 'darwin' ? ['Library', 'Caches'] : ['.cache']));
  const base = process.platform === 'win32' ? local : named || ofHome;
  return base && isAbsolute(base) ? join(base, 'psirt-maturity') : undefined;
}

/** What an earlier run kept: the names of what ran, and the compiled code; `undefined` where there is nothing. */
function readKept(keptFile) {
  if (!isOwnFolder()) return undefined;
  let descriptor;
  try {
    descriptor = fs.openSync(keptFile);
    const bytes = isOwn(fs.fstatSync(descriptor)) ? fs.readFileSync(descriptor) : Buffer.of();
    const end = bytes.indexOf('\n') + 1;
    const [build, ...names] = bytes.toString('latin1', 0, end).trimEnd().split(' ');
    return build === BUILD ? { names, code: bytes.subarray(end) } : undefined;
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) fs.closeSync(descriptor);
  }
}

function isOwnFolder() {
  try {
    return folder !== undefined && isOwn(fs.statSync(folder));
  } catch {
    return false;
  }
}

/**
 * Whether only this user can write to a file or folder: compiled code is run as the program itself is. On Windows, it
 * is in a folder of the user's own.
 */
function isOwn({ uid, mode }) {
  return process.platform === 'win32' || (uid === process.getuid() && (mode & 0o022) === 0);
}

/** Keeps the compiled code of a file where this run has run something of it that no earlier one has. */
function keep({ ran, script, kept, keptFile }, status) {
  const names = [...new Set([...kept.names, ...Object.keys(ran), `status-${status}`])];
  if (names.length === kept.names.length && !script.cachedDataRejected) return;
  try {
    makeFolder();
    if (isOwnFolder()) writeKept(keptFile, `${BUILD} ${names.join(' ')}`, script.createCachedData());
  } catch {
    // The next run compiles it again.
  }
}

/** Writes the file as a whole, or not at all. */
function writeKept(keptFile, head, code) {
  const draft = `${keptFile}.${process.pid}`;
  // V8 copies code that does not begin at a multiple of eight.
  const line = Buffer.from(`${head.padEnd(Math.ceil((head.length + 1) / 8) * 8 - 1)}\n`);
  try {
    fs.writeFileSync(draft, Buffer.concat([line, code]), { flag: 'wx', mode: 0o600, flush: true });
    fs.renameSync(draft, keptFile);
  } catch (error) {
    fs.rmSync(draft, { force: true });
    throw error;
  }
}

/** Makes the folder, but not in another user's home, as with `sudo`. */
function makeFolder() {
  const [base, above] = [dirname(folder), dirname(dirname(folder))];
  const there = fs.statSync(base, { throwIfNoEntry: false }) ?? fs.statSync(above);
  if (there.uid === (process.getuid?.() ?? there.uid)) fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
}

module.exports = load;
if (require.main === module) {
  process.once('exit', (status) => {
    // A long run has thrown away the code of its start.
    if (!folder || !usual.ran[CHECKING] || status > 1 || process.uptime() > 2) return;
    keep(usual, status);
    if (rare) keep(rare, status);
  });
  load('./main.js');
}
