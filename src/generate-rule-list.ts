/**
 * Generates the lists of rules from the files in `src/rules/`: adding a file adds the rule. `npm run generate` writes
 * them before everything that depends on them; a test compares.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Rule, Severity } from './rules/rule';

type Heading = Pick<Rule, 'severity'> & { readonly id: string };

const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** The expected content of each list, by its path relative to the project's root. */
export function ruleLists(folder = join(__dirname, 'rules')): Map<string, string> {
  const ids = orderedRules(folder).map(({ id }) => id);
  return new Map([
    ['src/assessment/rule-ids.ts', idsModule(ids)],
    ['src/rules/index.ts', indexModule(ids)],
  ]);
}

/** The rules in the order of their documentation: by severity, then by name. */
function orderedRules(folder: string): Heading[] {
  const rules = readdirSync(folder).flatMap((name) => headingIn(folder, name) ?? []);
  const rank = ({ severity }: Heading) => severities.indexOf(severity);
  return rules.sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

/**
 * The rule in a file, or `undefined` where it holds none. The file is parsed as text: importing it would load the
 * lists, which may be out of date. Throws where a rule does not begin in the common form.
 */
function headingIn(folder: string, name: string): Heading | undefined {
  const text = readFileSync(join(folder, name), 'utf8');
  const expected = basename(name, '.ts');
  if (!/^export const \w+: Rule\b/m.test(text)) return undefined;
  const [, constant, id, severity] =
    /^export const (\w+): Rule = \{\s*id: '([\w-]+)',\s*severity: '(error|warning|info)',/m.exec(text) ?? [];
  if (id !== expected || constant !== camelCase(id))
    throw new Error(
      `${name}: a rule begins "export const ${camelCase(expected)}: Rule = { id: '${expected}', severity: …"`,
    );
  return { id, severity: severity as Severity };
}

function idsModule(ids: readonly string[]): string {
  return `/** Ids of all rules, in the order they are documented. Made by \`npm run generate\` from the files in \`src/rules/\`. */
export const ruleIds = [
${ids.map((id) => `  '${id}',\n`).join('')}] as const;
export type RuleId = (typeof ruleIds)[number];
`;
}

function indexModule(ids: readonly string[]): string {
  const imports = [...ids].sort().map((id) => `import { ${camelCase(id)} } from './${id}';\n`);
  return `/** All rules, in the order they are documented. Made by \`npm run generate\` from the files in this folder. */
${imports.join('')}import type { Rule } from './rule';

export const rules: readonly Rule[] = [
${ids.map((id) => `  ${camelCase(id)},\n`).join('')}];
`;
}

function camelCase(id: string): string {
  return id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

if (require.main === module) {
  for (const [path, content] of ruleLists()) writeFileSync(join(__dirname, '..', path), content);
}
