// The extension in a web browser: VS Code's worker gives it one file and no way to require another. The parts that the
// desktop loads from its disk are fetched here, all at once; each runs when it is first required. The build puts their
// names in the place of PARTS.
exports.activate = async (context) => {
  const { Uri, workspace } = require('vscode');
  const read = async (path) =>
    new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(context.extensionUri, 'dist', path)));
  const nameOf = (path) => path.slice(path.lastIndexOf('/') + 1);
  const texts = new Map(await Promise.all(PARTS.map(async (path) => [nameOf(path), await read(path)])));
  const modules = new Map();
  const load = (path) => {
    if (path === 'vscode') return require('vscode');
    const name = nameOf(path);
    if (modules.has(name)) return modules.get(name).exports;
    const module = { exports: {} };
    modules.set(name, module);
    // As VS Code itself runs this file; the texts are files of this extension.
    new Function('module', 'exports', 'require', `${texts.get(name)}\n//# sourceURL=psirt-maturity/${name}`)(
      module,
      module.exports,
      load,
    );
    return module.exports;
  };
  return load('extension.js').activate(context);
};
