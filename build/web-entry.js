// The extension in a web browser: VS Code's worker gives it one file and no way to require another. The parts that the
// desktop loads from its disk are fetched here: what the start needs at once, any other part when it is first imported.
// The build puts the list of all parts in the place of PARTS (`web-parts.mjs`); nothing else is fetched.
exports.activate = async (context) => {
  const { Uri, workspace } = require('vscode');
  const folder = Uri.joinPath(context.extensionUri, 'dist');
  const load = loader(async (path) =>
    new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(folder, path))),
  );
  return (await load('extension.js')).activate(context);
};

/**
 * What parts get as `require`. A part runs when it is first required. For one that is not here yet, which only
 * `import()` asks for, the result is a promise: the build made it a `require` within a promise, which waits for that.
 */
function loader(read) {
  const nameOf = (path) => path.slice(path.lastIndexOf('/') + 1);
  const places = new Map(PARTS.map(([path], place) => [nameOf(path), place]));
  const { texts, fetchWithRequired } = fetcher(read);
  const modules = new Map();
  const load = (path) => {
    if (path === 'vscode') return require('vscode');
    const name = nameOf(path);
    const place = places.get(name);
    if (modules.has(place)) return modules.get(place).exports;
    if (!texts.has(place)) return fetchWithRequired(place).then(() => load(path));
    // As VS Code itself runs this file; the texts are files of this extension.
    const source = `${texts.get(place)}\n//# sourceURL=psirt-maturity/${name}`;
    const run = new Function('module', 'exports', 'require', source);
    const module = { exports: {} };
    modules.set(place, module);
    run(module, module.exports, load);
    return module.exports;
  };
  return load;
}

/** Fetches parts by their places in the list. `texts` has those that can run: all they require is here as well. */
function fetcher(read) {
  const asked = new Map();
  const textAt = (place) => {
    if (!asked.has(place)) asked.set(place, read(PARTS[place][0]));
    return asked.get(place);
  };
  const collect = (place, found = new Set()) => {
    if (found.has(place)) return found;
    found.add(place);
    for (const required of PARTS[place][1]) collect(required, found);
    return found;
  };
  const texts = new Map();
  const fetchWithRequired = async (place) => {
    const needed = [...collect(place)];
    // What did not arrive is asked for again the next time.
    const arrived = needed.map((one) => textAt(one).catch((error) => asked.delete(one) && Promise.reject(error)));
    (await Promise.all(arrived)).forEach((text, index) => texts.set(needed[index], text));
  };
  return { texts, fetchWithRequired };
}
