/** The grammars that can be `source.yaml` under ours: a stand-in that is always there, and VS Code's own where one is installed. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseRawGrammar, type IRawGrammar } from 'vscode-textmate';

export interface YamlGrammar {
  readonly name: string;
  /** The grammar of a scope name, or `null` for those it lacks. */
  load(scopeName: string): IRawGrammar | null;
}

/**
 * Names the parts of a document as VS Code's grammar does, for documents as simple as the tests': keys without spaces, flow
 * collections on one line, block scalars indented by six or more. It shows that our injections work on those names;
 * that VS Code's grammar gives these names is what the runs with an installed one show.
 */
const standIn = {
  scopeName: 'source.yaml',
  patterns: [{ include: '#block' }],
  repository: {
    block: {
      patterns: [
        { include: '#block-scalar' },
        { include: '#shared' },
        {
          begin: '(?=[^\\s,\\[\\]{}#&*!|>\'"%@`-]|-\\S)',
          end: '(?=[ \\t]+#)|$',
          name: 'string.unquoted.plain.out.yaml',
          patterns: [{ match: '\\G\\d+(?:\\.\\d+)?(?=[ \\t]*$|[ \\t]+#)', name: 'constant.numeric.yaml' }],
        },
      ],
    },
    flow: {
      patterns: [
        { include: '#shared' },
        { match: ',', name: 'punctuation.separator.yaml' },
        {
          begin: '(?=[^\\s,\\[\\]{}#&*!|>\'"%@`])',
          end: '(?=[ \\t]*[,\\[\\]{}]|[ \\t]+#)|$',
          name: 'string.unquoted.plain.in.yaml',
          patterns: [{ match: '\\G\\d+(?:\\.\\d+)?(?=[ \\t]*[,\\]}])', name: 'constant.numeric.yaml' }],
        },
      ],
    },
    shared: {
      patterns: [
        { begin: '(?<=[ \\t]|^)#', end: '$', name: 'comment.line.number-sign.yaml' },
        {
          begin: '(["\'])(?=[^"\']*\\1[ \\t]*:(?:[ \\t]|$))',
          end: '\\1',
          name: 'meta.map.key.yaml string.quoted.double.yaml entity.name.tag.yaml',
        },
        {
          begin: '(?=[\\w.-]+[ \\t]*:(?:[ \\t]|$))',
          end: '(?=[ \\t]*:)',
          name: 'meta.map.key.yaml string.unquoted.plain.yaml entity.name.tag.yaml',
        },
        { match: ':(?=[ \\t]|$)', name: 'punctuation.separator.map.value.yaml' },
        { match: '-(?=[ \\t]|$)', name: 'punctuation.definition.block.sequence.item.yaml' },
        { begin: '"', end: '"', name: 'string.quoted.double.yaml', patterns: [{ match: '\\\\.' }] },
        { begin: "'", end: "'(?!')", name: 'string.quoted.single.yaml', patterns: [{ match: "''" }] },
        { begin: '\\{', end: '\\}', name: 'meta.flow.mapping.yaml', patterns: [{ include: '#flow' }] },
        { begin: '\\[', end: '\\]', name: 'meta.flow.sequence.yaml', patterns: [{ include: '#flow' }] },
      ],
    },
    'block-scalar': {
      begin: '(?<=:[ \\t])[|>][+-]?[ \\t]*$',
      while: '^(?= {6}|[ \\t]*$)',
      contentName: 'string.unquoted.block.yaml',
    },
  },
};

/** Where test hosts keep VS Code's YAML grammar; `YAML_GRAMMAR_FOLDER` names one more, to try another version. */
function installedFolders(root: string): string[] {
  const cache = join(root, '.vscode-test');
  const hosts = existsSync(cache) ? readdirSync(cache) : [];
  const inside = ['resources/app', 'node_modules/code-server/lib/vscode'];
  const found = hosts.flatMap((host) => inside.map((path) => join(cache, host, path, 'extensions/yaml/syntaxes')));
  return [process.env.YAML_GRAMMAR_FOLDER ?? '', ...found].filter((folder) => existsSync(join(folder, 'yaml.tmLanguage.json')));
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

export function yamlGrammars(root: string): YamlGrammar[] {
  const load = (scopeName: string) =>
    scopeName === 'source.yaml' ? parseRawGrammar(JSON.stringify(standIn), 'stand-in.json') : null;
  return [{ name: 'a stand-in', load }, ...installedFolders(root).map((folder) => installed(root, folder))];
}
