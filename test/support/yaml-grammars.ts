/**
 * The grammars that can be `source.yaml` under ours: a stand-in that is always there, and VS Code's own where one is
 * installed.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseRawGrammar, type IRawGrammar } from 'vscode-textmate';
import standIn from '../unit/product/grammar/yaml-stand-in.tmLanguage.json';

export interface YamlGrammar {
  readonly name: string;
  /** The grammar of a scope name, or `null` for those it lacks. */
  load(scopeName: string): IRawGrammar | null;
}

/** Where test hosts keep VS Code's YAML grammar; `YAML_GRAMMAR_FOLDER` names one more, to try another version. */
function installedFolders(root: string): string[] {
  const cache = join(root, '.vscode-test');
  const hosts = existsSync(cache) ? readdirSync(cache) : [];
  const inside = ['resources/app', 'node_modules/code-server/lib/vscode'];
  const found = hosts.flatMap((host) => inside.map((path) => join(cache, host, path, 'extensions/yaml/syntaxes')));
  return [process.env.YAML_GRAMMAR_FOLDER ?? '', ...found].filter((folder) =>
    existsSync(join(folder, 'yaml.tmLanguage.json')),
  );
}

function installed(root: string, folder: string): YamlGrammar {
  return {
    name: relative(root, folder),
    load(scopeName) {
      const version = /^source\.yaml(?:\.(1\.\d|embedded))?$/.exec(scopeName);
      if (!version) return null;
      const path = join(folder, `yaml${version[1] ? `-${version[1]}` : ''}.tmLanguage.json`);
      return existsSync(path) ? parseRawGrammar(readFileSync(path, 'utf8'), path) : null;
    },
  };
}

/**
 * The grammars to test on. The stand-in names the parts of a document as VS Code's grammar does, for documents as
 * simple as the tests': keys without spaces, flow collections on one line, block scalars indented by six or more. It
 * shows that our injections work on those names; that VS Code's grammar gives these names is what the runs with an
 * installed one show.
 */
export function yamlGrammars(root: string): YamlGrammar[] {
  const load = (scopeName: string) =>
    scopeName === 'source.yaml' ? parseRawGrammar(JSON.stringify(standIn), 'stand-in.json') : null;
  return [{ name: 'a stand-in', load }, ...installedFolders(root).map((folder) => installed(root, folder))];
}
