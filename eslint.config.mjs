// The layers of the architecture, and what each may touch, as lint rules.
import { builtinModules } from 'node:module';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';
import expressions from './build/linear-expressions.mjs';

/** Each folder uses only those above it. */
const layers = [
  'messages',
  'sheet',
  'assessment',
  'overlay',
  'scoring',
  'crosswalk',
  'rules',
  'language',
  'views',
  'exchange',
  'report',
  'agents',
  'node',
  'extension',
  'webview',
  'cli',
  'lsp',
  'mcp',
];

/** Ways in from outside, which know nothing of each other. */
const ends = ['extension', 'webview', 'cli', 'lsp', 'mcp'];
/** Those that run in browsers, too. */
const withoutNode = ['extension', 'webview'];

/** The protocols are the only files of a lower layer that the host shares with the panels. */
const allowed = {
  extension: ['**/webview/protocol', '**/webview/*-protocol'],
  // The command line starts the servers.
  cli: ['**/lsp/node', '**/mcp/node'],
};

const nodeBuiltIns = {
  regex: `^(node:|(${builtinModules.join('|')})(/|$))`,
  message: 'Node built-ins belong in src/node, src/cli, src/mcp and src/lsp/node.ts alone.',
};
const vscodeModule = { regex: '^vscode$', message: 'vscode belongs in src/extension alone.' };

/** The neighbours an inner layer must not know: those below it, and cousins at the end of the chain. */
function forbidden(layer) {
  const index = layers.indexOf(layer);
  const below = layers.filter(
    (other, position) =>
      position > index ||
      (ends.includes(layer) && ends.includes(other) && other !== layer) ||
      (withoutNode.includes(layer) && other === 'node'),
  );
  return below.map((other) => ({
    group: [`**/${other}/**`, ...(allowed[layer] ?? []).map((path) => `!${path}`)],
    message: `${layer}/ must not use ${other}/.`,
  }));
}

/** A kind of safe text that is claimed where it has to be made. */
const claimedSafe = {
  selector:
    'TSAsExpression TSTypeReference[typeName.name=/^(Printable|Markdown|HoverMarkdown|Html|Label|Own|Joined|Cut)$/]',
  message: 'Text becomes safe by the escapes in src/messages/, not by saying so.',
};
/** HTML that Preact does not escape: the style sheets of documents, and notes, which are of a kind of their own. */
const rawHtml = {
  selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]:not([parent.name.name="style"])',
  message: 'Preact escapes what is written as text; only notes (Records.tsx) are HTML already.',
};
/** The escapes, what keeps lines safe while it cuts and paints them, and what has an escape of its own. */
const makersOfSafeText = [
  'src/messages/**',
  'src/report/terminal/{columns,wrap,paint}.ts',
  'src/report/table/csv-table.ts',
  'src/language/{interface-text,markdown,section-preview}.ts',
  'src/views/note.ts',
];

const editorTexts = [
  {
    selector: 'MemberExpression[property.name=/^(show(Information|Warning|Error)Message|withProgress)$/]',
    message: 'VS Code makes links in notifications, also of the text of files: use notify.ts.',
  },
  {
    selector: 'MemberExpression[property.name=/^(show|create)(QuickPick|InputBox)$/]',
    message: 'VS Code makes icons and links in lists and boxes, also of the text of files: use ask.ts.',
  },
  {
    selector: 'NewExpression[callee.property.name="MarkdownString"]',
    message: 'Its Markdown is to be of the kind that is safe: use markdown-string.ts.',
  },
];

/** Where other programs are started: git, so that it starts none itself, and this one, by the Action. */
const startsPrograms = ['src/cli/git/git-process.ts', 'src/cli/commands/action.ts'];
const processes = {
  regex: '^(node:)?child_process$',
  message: `Programs are started in ${startsPrograms.join(' and ')} alone.`,
};

/** Samples of YAML over three lines or more, as text with `\n`; those with blanks or signs that nobody sees stay so. */
const samplesInOneLine = [
  String.raw`Literal[value=/^(?![^]*(?:[\r\t\u0000]| \n| $|\n\n$))(?!\n)(?=[^]*(?:^|\n) *(?:- )?["']?[\w.-]+["']?:(?: |\n|$))[^\n]*\n[^\n]*\n[^]/]`,
  String.raw`:not(TaggedTemplateExpression) > TemplateLiteral > TemplateElement[value.raw=/^(?![^]*(?:\\[rtu0\x60]| \\n))(?=[^]*(?:^|\\n) *(?:- )?["']?[\w.-]+["']?:(?: |\\n|$))[^]*\\n[^]*\\n[^]/]`,
].map((selector) => ({
  selector,
  message: 'Write a sample of three lines or more as lines: yaml`…` of test/support/yaml.ts takes the margin off.',
}));

function layerRule(layer) {
  const patterns = [...forbidden(layer)];
  if (layer !== 'extension') patterns.push(vscodeModule);
  patterns.push(['node', 'cli', 'mcp'].includes(layer) ? processes : nodeBuiltIns);
  return importRule([`src/${layer}/**/*.{ts,tsx}`], patterns);
}

function importRule(files, patterns) {
  return { files, rules: { 'no-restricted-imports': ['error', { patterns }] } };
}

export default tseslint.config(
  { ignores: ['dist/', '.vscode-test/', 'node_modules/'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_$' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'max-lines': ['error', { max: 280, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 16],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    // Lines and conditions that are read at once. Texts, addresses and regular expressions stay whole.
    files: ['src/**', 'build/**', 'test/**', '*.mjs'],
    rules: {
      'no-nested-ternary': 'error',
      'max-len': [
        'error',
        { code: 120, ignoreUrls: true, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true },
      ],
    },
  },
  ...layers.map(layerRule),
  importRule(startsPrograms, [...forbidden('cli'), vscodeModule]),
  // The language server runs in a web worker, too: what needs Node is in one file.
  importRule(['src/lsp/node.ts'], [...forbidden('lsp'), vscodeModule, processes]),
  {
    // No text from a file makes an expression run for long. The first rule finds what is exponential at line breaks,
    // the last what is tried in vain again and again between two matches: neither finds all that the other does.
    files: ['src/**', 'build/**', '*.mjs'],
    plugins: { expressions, regexp },
    rules: {
      'expressions/linear': 'error',
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential', ignorePartial: false }],
    },
  },
  {
    files: [
      'src/messages/**',
      'src/sheet/**',
      'src/overlay/**',
      'src/exchange/**',
      'src/assessment/**',
      'src/scoring/**',
      'src/crosswalk/**',
      'src/rules/**',
      'src/language/**',
      'src/report/**',
    ],
    rules: { 'no-restricted-globals': ['error', 'window', 'document', 'process', 'Buffer', 'require'] },
  },
  // In the web worker extension host there is neither Node.js nor a page.
  {
    files: ['src/views/**', 'src/extension/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        'process',
        'Buffer',
        'require',
        '__dirname',
        '__filename',
        'global',
        'setImmediate',
        'window',
        'document',
        'localStorage',
      ],
    },
  },
  {
    files: ['src/**'],
    ignores: [...makersOfSafeText, 'src/views/Records.tsx'],
    rules: { 'no-restricted-syntax': ['error', claimedSafe, rawHtml] },
  },
  {
    files: ['src/extension/**'],
    ignores: ['src/extension/core/{ask,notify,markdown-string}.ts'],
    rules: { 'no-restricted-syntax': ['error', claimedSafe, ...editorTexts] },
  },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: { 'no-restricted-syntax': ['error', ...samplesInOneLine] },
  },
  {
    files: ['test/host/**/*.js', 'build/{cli,web}-entry.js'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['test/**', 'build/**', '*.mjs', 'src/generate*.ts'],
    rules: {
      'no-console': 'off',
      'max-lines-per-function': 'off',
      complexity: 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
);
