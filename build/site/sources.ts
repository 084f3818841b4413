/** The pages of the site in one language: the documentation, the sheet and the rules. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import MarkdownIt from 'markdown-it';
import { translator } from '../../src/messages/catalogues';
import type { Language } from '../../src/messages/messages';
import { sheetMarkdown } from '../../src/report/sheet/sheet-markdown';
import { explainedRules, ruleDocumentation } from '../../src/rules/documentation';
import criteria from '../../src/sheet/criteria.json';
import functions from '../../src/sheet/functions.json';
import { composeSheet, nameOf, type CriteriaStructure, type Sheet } from '../../src/sheet/sheet';
import termsEn from '../../src/sheet/terms.en.json';
import termsJa from '../../src/sheet/terms.ja.json';
import wordingEn from '../../src/sheet/wording.en.json';
import wordingJa from '../../src/sheet/wording.ja.json';
import { withoutPassages } from '../readme.mjs';
import { folderOf, type Group, type Page } from './page';
import { texts } from './texts';

export const root = join(__dirname, '..', '..');

const words = {
  en: { wording: wordingEn, terms: termsEn },
  ja: { wording: wordingJa, terms: termsJa },
};

/** All pages in a language, in no particular order. */
export function pagesIn(language: Language): Page[] {
  return [...documentationPages(language), ...sheetPages(language), ...rulePages(language)];
}

/** The navigation: the documentation as its contents list it, the services of the sheet, the rules. */
export function navigation(language: Language): Group[] {
  const sheet = sheetIn(language);
  const folder = folderOf(language);
  return [
    ...documentationGroups(language),
    {
      title: texts[language].sheet,
      isLong: true,
      links: [
        { title: texts[language].wholeSheet, address: `${folder}sheet/index.html` },
        ...sheet.areas
          .flatMap(({ services }) => services)
          .map((service) => ({ title: nameOf(service), address: `${folder}sheet/${service.id}.html` })),
      ],
    },
    {
      title: texts[language].rules,
      isLong: true,
      links: explainedRules.map((id) => ({ title: id, address: `${folder}rules/${id}.html` })),
    },
  ];
}

/** The place in the site of a file of the project, where it has one. */
export function addressOf(path: string, fragment: string | undefined): string | undefined {
  const language: Language = /\.ja\.md$/.test(path) ? 'ja' : 'en';
  const folder = folderOf(language);
  if (/^README(\.ja)?\.md$/.test(path)) return `${folder}index.html`;
  const [, name] = /^docs\/(.*?)(?:\.ja)?\.md$/.exec(path) ?? [];
  if (name) return `${folder}${name === 'README' ? 'contents' : name}.html`;
  if (/^media\/rules\.\w+\.md$/.test(path)) return `${folder}rules/${fragment ?? explainedRules[0]}.html`;
  return /^media\/readme\//.test(path) ? path : undefined;
}

function documentationPages(language: Language): Page[] {
  const isOurs = (name: string) => name.endsWith('.md') && name.endsWith('.ja.md') === (language === 'ja');
  const sources = [
    `README${language === 'ja' ? '.ja' : ''}.md`,
    ...readdirSync(join(root, 'docs'))
      .filter(isOurs)
      .map((name) => `docs/${name}`),
  ];
  return sources.map((source) => ({
    address: addressOf(source, undefined) ?? '',
    language,
    source,
    markdown: withoutSwitch(withoutPassages(read(source)), source),
  }));
}

/** Without the paragraph that leads to the other language: each page of the site has a switch. */
function withoutSwitch(text: string, source: string): string {
  const name = posix.basename(source);
  const other = name.endsWith('.ja.md') ? name.replace('.ja.md', '.md') : name.replace('.md', '.ja.md');
  const [title = '', ...paragraphs] = text.split('\n\n');
  const first = paragraphs.findIndex((paragraph) => paragraph.includes(`](${other})`));
  return [title, ...paragraphs.filter((_, index) => index !== first)].join('\n\n');
}

/** The headings of the contents with their links. */
function documentationGroups(language: Language): Group[] {
  const source = `docs/README${language === 'ja' ? '.ja' : ''}.md`;
  const tokens = new MarkdownIt('default').parse(read(source), {}).filter(({ type }) => type === 'inline');
  const groups: { title: string; links: { title: string; address: string }[] }[] = [];
  for (const { content, level } of tokens.slice(2)) {
    const [, title = '', path = ''] = /^\[([^\]]+)\]\(([^)]+)\)/.exec(content) ?? [];
    if (level === 1) groups.push({ title: content, links: [] });
    else groups.at(-1)?.links.push({ title, address: addressOf(`docs/${path}`, undefined) ?? '' });
  }
  return groups;
}

function sheetPages(language: Language): Page[] {
  const [sheet, t] = [sheetIn(language), translator(language)];
  const folder = `${folderOf(language)}sheet/`;
  const source = `src/sheet/wording.${language}.json`;
  const services = sheet.areas.flatMap((area) =>
    area.services.map((service) => ({
      address: `${folder}${service.id}.html`,
      language,
      source,
      markdown: sheetMarkdown({ sheet, area, service }, t),
    })),
  );
  return [{ address: `${folder}index.html`, language, source, markdown: sheetContents(sheet, language) }, ...services];
}

/** The method of the sheet, and its areas with links to their services. */
function sheetContents(sheet: Sheet, language: Language): string {
  const t = translator(language);
  const area = ({ id, title, summary, services }: Sheet['areas'][number]) => [
    `## ${nameOf({ id, title })}`,
    summary,
    services.map((service) => `- [${nameOf(service)}](${service.id}.html)`).join('\n'),
  ];
  return [
    `# ${t('report.sheet.title', { version: sheet.version })}`,
    `## ${t('report.sheet.method')}`,
    sheet.method.map((step, index) => `${index + 1}. ${step}`).join('\n'),
    ...sheet.areas.flatMap(area),
  ].join('\n\n');
}

function rulePages(language: Language): Page[] {
  const t = translator(language);
  return explainedRules.map((id) => ({
    address: `${folderOf(language)}rules/${id}.html`,
    language,
    source: `media/rules.${language}.md`,
    markdown: `# ${id}\n\n${ruleDocumentation(id, t)}`,
  }));
}

function sheetIn(language: Language): Sheet {
  const { wording, terms } = words[language];
  return composeSheet(wording, { terms, functions }, criteria as CriteriaStructure);
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
