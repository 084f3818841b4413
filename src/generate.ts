/**
 * Generates files from the code, so that they cannot drift from it: the JSON Schemas, the grammar's patterns, the
 * tables of rules, the rules' settings in the manifest, and the repository's address. `npm run generate` writes them; a
 * test compares.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withPatterns, type Grammar } from './generate-grammar';
import { severities, sourceIds } from './assessment/vocabulary';
import type packageJson from '../package.json';
import { assessmentSchema } from './assessment/schema';
import { schemaAddress } from './assessment/schema-address';
import { ownCrosswalkSchema } from './crosswalk/own-schema';
import { overlaySchema } from './overlay/overlay-schema';
import { translator } from './messages/catalogues';
import { languages, type Language, type Translate } from './messages/messages';
import { historyLineSchema } from './report/check/history-lines';
import { lineSchema } from './report/check/json-lines-model';
import { crosswalkSchema } from './report/crosswalk/crosswalk-model';
import { comparisonSchema } from './report/comparison/comparison-model';
import { resultSchema } from './report/check/result-model';
import { previewStyle } from './report/document/preview-style';
import { explainedRules, ruleLines, rulesDocument } from './rules/documentation';
import { rules } from './rules/index';
import criteria from './sheet/criteria.json';
import { composeSheet, noGlossary, type CriteriaStructure, type Sheet, type Wording } from './sheet/sheet';
import { outlineOf } from './sheet/outline';
import en from './sheet/wording.en.json';
import ja from './sheet/wording.ja.json';

const root = join(__dirname, '..');
const grammarPath = 'syntaxes/psirt-yaml.tmLanguage.json';

/** The expected content of each generated file, by its path relative to the project's root. */
export function generatedFiles(): Map<string, string> {
  return new Map([
    ...Object.entries(schemas()).map(
      ([name, schema]) => [`schemas/${name}.schema.json`, json(published(name, schema))] as const,
    ),
    ...languages.map((language) => [`media/rules.${language}.md`, rulesDocument(translator(language))] as const),
    ...languages.map(
      (language) => [`src/sheet/outline.${language}.json`, json(outlineOf(wordings[language]))] as const,
    ),
    ['src/rules/rule-lines.ts', ruleLinesModule()],
    ['package.json', json(manifest())],
    ...languages.map((language) => {
      const path = `package.nls${suffixOf(language)}.json`;
      return [path, json(manifestTexts(path, language))] as const;
    }),
    ['media/preview.css', previewStyle],
    [grammarPath, json(withPatterns(readJson(grammarPath) as Grammar))],
    ['SECURITY.md', withAddress(read('SECURITY.md'))],
    ...languages.flatMap((language) => Object.entries(pagesIn(language))),
    ['.well-known/security.txt', withAddress(read('.well-known/security.txt'))],
  ]);
}

/** The README and the pages of documentation in a language, by path. */
function pagesIn(language: Language): Readonly<Record<string, string>> {
  const suffix = `${suffixOf(language)}.md`;
  const paths = [`README${suffix}`, ...documentation(language)];
  const tables: Readonly<Record<string, () => readonly string[]>> = {
    [`docs/rules${suffix}`]: () => ruleRows(language),
    [`docs/settings${suffix}`]: () => settingRows(language),
  };
  return Object.fromEntries(
    paths.map((path) => {
      const rows = tables[path]?.();
      return [path, withAddress(rows ? withRows(read(path), rows) : read(path))];
    }),
  );
}

/** The paths of the pages of documentation in a language. */
function documentation(language: Language): string[] {
  const names = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));
  return names.filter((name) => languageOf(name) === language).map((name) => `docs/${name}`);
}

/** The language that the name of a file ends in; without one it is English. */
function languageOf(name: string): Language {
  return languages.find((language) => name.endsWith(`.${language}.md`)) ?? 'en';
}

/** The line of each rule on its page, as a module: code that links there need not load the texts. */
function ruleLinesModule(): string {
  const lines = ruleLines(translator('en'));
  return `/** The line of each rule's heading in \`media/rules.*.md\`, counted from 1. Made by \`npm run generate\`. */
export const ruleLines = {
${explainedRules.map((id) => `  '${id}': ${lines[id]},\n`).join('')}} as const;
`;
}

const sheetOf = (wording: Wording) => composeSheet(wording, noGlossary, criteria as CriteriaStructure);
const wordings: Readonly<Record<Language, Wording>> = { en, ja };

/** The JSON Schemas by their names. */
function schemas(): Readonly<Record<string, object>> {
  return {
    ...inEveryLanguage('psirt-assessment', assessmentSchema),
    ...inEveryLanguage('psirt-wording', overlaySchema),
    ...inEveryLanguage('psirt-crosswalk', ownCrosswalkSchema),
    result: resultSchema(),
    'result-line': lineSchema(),
    'history-line': historyLineSchema(),
    comparison: comparisonSchema(),
    crosswalk: crosswalkSchema(),
  };
}

/** A schema with texts, in each language. */
function inEveryLanguage(
  name: string,
  schemaIn: (sheet: Sheet, t: Translate) => object,
): Readonly<Record<string, object>> {
  return Object.fromEntries(
    languages.map((language) => [
      `${name}${suffixOf(language)}`,
      schemaIn(sheetOf(wordings[language]), translator(language)),
    ]),
  );
}

/** The suffix of file names in a language; English has none. */
function suffixOf(language: Language): string {
  return language === 'en' ? '' : `.${language}`;
}

/** A schema with its published address as `$id`. */
function published(name: string, schema: object): object {
  const { $schema, ...rest } = schema as { $schema?: string };
  return { $schema, $id: schemaAddress(name), ...rest };
}

/** A page with the rows of its table, between two comments, regenerated; the head of the table stays. */
function withRows(page: string, rows: readonly string[]): string {
  const [start, end] = ['<!-- generated -->\n', '<!-- /generated -->'];
  const [above = '', rest = ''] = page.split(start);
  const head = rest.split('\n').slice(0, 2);
  return above + start + [...head, ...rows, rest.slice(rest.indexOf(end))].join('\n');
}

function ruleRows(language: Language): string[] {
  const t = translator(language);
  const address = (id: string) => `../media/rules.${language}.md#${id}`;
  return rules.map(({ id, severity }) => `| [\`${id}\`](${address(id)}) | ${severity} | ${t(`key.rules.${id}`)} |`);
}

/** A setting as the manifest describes it, its texts by their keys (`%key%`). */
interface Setting {
  readonly default: unknown;
  readonly markdownDescription: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
}

/** Each setting with its default and what the manifest says of it and of its values. */
function settingRows(language: Language): string[] {
  const texts = readJson(`package.nls${suffixOf(language)}.json`) as Readonly<Record<string, string>>;
  const { contributes } = readJson('package.json') as Manifest;
  const settings: Readonly<Record<string, Setting>> = contributes.configuration.properties;
  const textOf = (text: string) => (texts[text.slice(1, -1)] ?? text).replace(/#([\w.]+)#/g, '$1');
  return Object.entries(settings).map(([name, setting]) => {
    const values = setting.enum?.map((value, index) => {
      return `\`${value}\`: ${textOf(setting.enumDescriptions?.[index] ?? '')}`;
    });
    const about = [textOf(setting.markdownDescription), ...(values ?? [])].join('<br>');
    return `| \`${name}\` | \`${JSON.stringify(setting.default)}\` | ${about} |`;
  });
}

/** A text with the manifest's repository in its links and uses of the Action. */
function withAddress(text: string): string {
  const { repository, version } = readJson('package.json') as Manifest;
  const address = repository.url.replace(/\.git$/, '');
  const [name = '', owner = ''] = address.split('/').reverse();
  return text
    .replace(/https:\/\/github\.com\/[\w-]+\/psirt-maturity\b/g, address)
    .replace(/(?<![\w-])[\w-]+\/psirt-maturity@v\d+(?:\.\d+)*/g, `${owner}/${name}@v${version}`)
    .replace(/\/(releases\/download|raw)\/v\d+(?:\.\d+)*\//g, (_, place: string) => `/${place}/v${version}/`);
}

type Manifest = typeof packageJson;

/** The manifest with a severity setting for each rule. */
function manifest(): object {
  const whole = readJson('package.json') as Manifest;
  const setting = { type: 'string', enum: severities };
  const properties = Object.fromEntries(rules.map(({ id }) => [id, { ...setting, description: `%rule.${id}%` }]));
  Object.assign(whole.contributes.configuration.properties['psirtMaturity.rules'], { properties });
  Object.assign(whole.contributes.configuration.properties['psirtMaturity.crosswalk'].items, { enum: sourceIds });
  return whole;
}

/** The manifest's texts in one language, with each rule explained as in the catalogue. */
function manifestTexts(path: string, language: Language): object {
  const t = translator(language);
  const others = Object.entries(readJson(path)).filter(([key]) => !key.startsWith('rule.'));
  const own = rules.map(({ id }) => [`rule.${id}`, t(`key.rules.${id}`)] as [string, string]);
  return Object.fromEntries([...others, ...own].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function readJson(path: string): object {
  return JSON.parse(read(path)) as object;
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

if (require.main === module) {
  for (const [path, content] of generatedFiles()) writeFileSync(join(root, path), content);
}
