/** "Compare with Revision…": lets the user choose a baseline for an assessment, and shows the changes since. */
import * as vscode from 'vscode';
import { localDay } from '../../assessment/day';
import { isScorable } from '../../assessment/scorable';
import { parseAssessment } from '../../assessment/parse';
import { label } from '../../language/interface-text';
import type { Translate } from '../../messages/messages';
import { joined, ours, type Label } from '../../messages/safe-text';
import { nameOrder } from '../../messages/name-order';
import { comparedOf } from '../../report/comparison/comparison';
import { comparisonMarkdown } from '../../report/comparison/comparison-markdown';
import { shownInGrid, type ActiveAssessment } from '../core/active-assessment';
import type { Analyses } from '../core/analyses';
import type { Baseline } from '../core/baselines';
import { baseName, fileLabel, isAssessment } from '../core/assessment-documents';
import { findAssessments } from '../assessments/find-assessments';
import { repositoryOf } from '../core/git-extension';
import { commitsOf, dayOf, isCommitId, refsOf, textIn, type Commit, type Repository } from '../core/git-versions';
import type { Grid } from '../panel/grid';
import { choose, type Item } from '../core/ask';
import { inform, warn } from '../core/notify';
import { meantAssessment } from './meant-assessment';

/** Limit of commits, and of branches, offered. */
const mostCommits = 50;
const mostRefs = 100;
/** Usual target branches of pull requests. */
const mainBranches = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'];

interface Version {
  /** Its name before its content is known. */
  readonly name: Label;
  /** Its name with the changes since: for a commit its subject and day. */
  describe?(): Promise<Label>;
  /** The text of that version; `undefined` when it does not have the file. */
  read(): Promise<string | undefined>;
}

type Choice = Item & { readonly version?: Version };

/** What comparing needs of the extension. */
interface CompareHost {
  readonly analyses: Analyses;
  readonly active: ActiveAssessment;
  readonly grid: Grid;
}

/**
 * Asks for a version of the file the command is called on, or else of the active assessment, and compares with it in
 * the grid.
 */
export async function compareWithRevision({ analyses, active, grid }: CompareHost, given?: unknown): Promise<void> {
  const { t } = analyses.words;
  const uri = given instanceof vscode.Uri ? given : await meantAssessment(active, t);
  if (!uri) return;
  const document = uri === 'none' ? undefined : await vscode.workspace.openTextDocument(uri);
  if (!document || !isAssessment(document)) return void inform(t('compare.none'));
  if (!isScorable(analyses.of(document).assessment))
    return warn(t('compare.unjudged', { name: fileLabel(document.uri) }));
  const baseline = await chooseBaseline(document, t);
  if (!baseline) return;
  analyses.baselines.set(document.uri, baseline);
  // Users who work in the grid only are not shown the text.
  if (shownInGrid() === document) return;
  await vscode.window.showTextDocument(document, {
    preserveFocus: true,
    preview: false,
    viewColumn: columnOf(document),
  });
  await grid.show();
}

/** Lets the user choose a version of a file to compare it with; says so where the chosen one cannot be used. */
export async function chooseBaseline(document: vscode.TextDocument, t: Translate): Promise<Baseline | undefined> {
  const choice = await choose(choices(document, t), {
    title: t('compare.title', { name: fileLabel(document.uri) }),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!choice?.version) return undefined;
  const { name } = choice.version;
  const text = await choice.version.read().catch(() => undefined);
  const refusal = refusalOf(text, t, { name, file: fileLabel(document.uri) });
  if (text === undefined || refusal) {
    if (refusal) warn(refusal);
    return undefined;
  }
  return { name: (await choice.version.describe?.().catch(() => undefined)) ?? name, text };
}

/** Why a version cannot be compared with. */
function refusalOf(
  text: string | undefined,
  t: Translate,
  { name, file }: { readonly name: Label; readonly file: Label },
): Label | undefined {
  if (text === undefined) return t('compare.not-there', { name, file });
  return isScorable(parseAssessment(text)) ? undefined : t('compare.unjudged', { name });
}

function columnOf(document: vscode.TextDocument): vscode.ViewColumn | undefined {
  return vscode.window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn;
}

/** Opens the comparison of a file as an unsaved Markdown document. */
export async function openComparison(analyses: Analyses, document: vscode.TextDocument): Promise<void> {
  const { sheet, t } = analyses.wordsOf(document);
  const before = analyses.baselines.of(document.uri, sheet);
  const { assessment, scored } = analyses.of(document);
  if (!before || !isScorable(assessment)) return;
  const content = comparisonMarkdown(comparedOf(before, { name: baseName(document.uri), assessment, scored }), {
    sheet,
    t,
  });
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }), {
    viewColumn: vscode.ViewColumn.Beside,
  });
}

/** Versions from git where there is a repository, then other files; a missing repository is mentioned in the list. */
async function choices(document: vscode.TextDocument, t: Translate): Promise<Choice[]> {
  const [repository, files] = await Promise.all([repositoryOf(document.uri), fileChoices(document, t)]);
  const revisions = repository
    ? await revisionChoices(repository, document, t).catch(() => [])
    : [{ label: ours`$(info) ${t('compare.no-git')}`, detail: t('compare.no-git-why') }];
  return [...revisions, ...files];
}

/** Choices for versions of a file, by a commit, or by the name of a branch or tag. */
function versionsIn(repository: Repository, uri: vscode.Uri, t: Translate) {
  const at = (name: Label, commit: string, describe: Version['describe']): Version => {
    return { name, describe, read: () => textIn(repository, commit, uri) };
  };
  const of = (commit: Commit): Version => at(shortId(commit.hash), commit.hash, async () => commitName(commit, t));
  const named = (name: Label, id: string): Version =>
    at(name, id, async () => {
      const [commit] = await repository.log({ range: id, maxEntries: 1 });
      return commit ? t('compare.ref', { name, commit: commitName(commit, t) }) : name;
    });
  return { of, named };
}

async function revisionChoices(repository: Repository, { uri }: vscode.TextDocument, t: Translate): Promise<Choice[]> {
  const { of, named } = versionsIn(repository, uri, t);
  const [commits, refs] = await Promise.all([commitsOf(repository, uri, mostCommits), refsOf(repository, mostRefs)]);
  const items: Choice[] = [];
  const head = repository.state.HEAD?.commit;
  if (isCommitId(head))
    items.push({ label: ours`$(git-commit) HEAD`, description: t('compare.head'), version: named(ours`HEAD`, head) });
  const [, previous] = commits;
  if (previous)
    items.push({
      label: ours`$(history) ${t('compare.previous')}`,
      description: firstLine(previous.commit.message),
      version: of(previous.commit),
    });
  const main = mainBranches.find(
    (name) => refs.some((ref) => ref.name === name) && name !== repository.state.HEAD?.name,
  );
  const base = main && (await repository.getMergeBase(main, 'HEAD').catch(() => undefined));
  if (main && isCommitId(base))
    items.push({
      label: ours`$(git-merge) ${t('compare.merge-base', { name: label(main) })}`,
      description: shortId(base),
      version: named(label(main), base),
    });
  const refChoices = refs.flatMap(({ name, commit, type }): Choice[] =>
    name && commit
      ? [
          {
            label: ours`$(${type === 2 ? 'tag' : 'git-branch'}) ${label(name)}`,
            description: shortId(commit),
            version: named(label(name), commit),
          },
        ]
      : [],
  );
  const touched = commits.map(
    ({ commit }): Choice => ({
      label: ours`$(git-commit) ${firstLine(commit.message) || shortId(commit.hash)}`,
      description: joined(
        [shortId(commit.hash), label(commit.authorName ?? ''), dayLabel(commit, t)].filter((part) => part !== ''),
        ' · ',
      ),
      version: of(commit),
    }),
  );
  return [...items, ...group(t('compare.commits'), touched), ...group(t('compare.refs'), refChoices)];
}

/** The other assessments by path, sorted, since the search returns them in no particular order. */
async function fileChoices(document: vscode.TextDocument, t: Translate): Promise<Choice[]> {
  const uris = await findAssessments(new vscode.CancellationTokenSource().token);
  const others = uris.filter((uri) => uri.toString() !== document.uri.toString());
  const byName = nameOrder(t.language);
  const named = others
    .map((uri) => ({ uri, name: label(vscode.workspace.asRelativePath(uri)) }))
    .sort((a, b) => byName(a.name, b.name));
  const items = named.map(({ uri, name }): Choice => {
    return {
      label: ours`$(file) ${name}`,
      version: { name, read: async () => (await vscode.workspace.openTextDocument(uri)).getText() },
    };
  });
  return group(t('compare.files'), items);
}

function group(name: Label, items: readonly Choice[]): Choice[] {
  return items.length ? [{ label: name, kind: vscode.QuickPickItemKind.Separator }, ...items] : [];
}

function firstLine(message: string): Label {
  return label(message.split('\n')[0] ?? '', 100);
}

function shortId(commit: string): Label {
  return label(commit.slice(0, 8));
}

/** The name of a commit: its subject and day, or its hash where it has no subject. */
function commitName(commit: Commit, t: Translate): Label {
  const [subject, day] = [firstLine(commit.message), dayOf(commit)];
  if (subject === '') return shortId(commit.hash);
  return day ? t('compare.commit', { subject, date: label(localDay(day)) }) : t('compare.commit-undated', { subject });
}

function dayLabel(commit: Parameters<typeof dayOf>[0], t: Translate): Label {
  return label(dayOf(commit)?.toLocaleDateString(t.language) ?? '');
}
