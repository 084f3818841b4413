/** "Propose Evidence…": looks in the repository for what services ask for, and cites what the user chooses. */
import * as vscode from 'vscode';
import { citeAll, type NewCitation } from '../../assessment/edit/cite-all';
import { proposalsFor, type Proposal } from '../../assessment/evidence/proposals';
import {
  candidatePattern,
  foundIn,
  leftOutFolders,
  longestRead,
  worthReading,
  type FoundEvidence,
} from '../../assessment/evidence/propose';
import { label } from '../../language/interface-text';
import { yieldToHost } from '../../language/yield-to-host';
import type { Translate } from '../../messages/messages';
import { findService, nameOf, type Sheet } from '../../sheet/sheet';
import type { ActiveAssessment } from '../core/active-assessment';
import { today, type Analyses } from '../core/analyses';
import { chooseSome, type Item } from '../core/ask';
import { fileLabel, isAssessment } from '../core/assessment-documents';
import type { EditQueue } from '../core/edit-queue';
import { findFilesIn, type FileSearch } from '../core/find-files';
import { inform, warnOf, withProgress } from '../core/notify';
import { linksFor } from '../evidence/cite-document';
import { homeOf } from '../evidence/cited-documents';
import { meantAssessment } from './meant-assessment';
import { rowFor } from './proposal-rows';

interface Host {
  readonly analyses: Analyses;
  readonly active: ActiveAssessment;
  readonly edits: EditQueue;
}

/** A citation to choose, or the heading of a service. */
interface Offer extends Item {
  readonly citation?: NewCitation;
}

/** Limit of files that are looked at by their names. */
const mostFiles = 20_000;

const candidates: FileSearch = {
  pattern: candidatePattern,
  exclude: `**/{${leftOutFolders.join(',')}}/**`,
  most: mostFiles,
  isWanted: ({ path }) => worthReading([path.slice(1)]).length > 0,
  isEntered: (name) => !(leftOutFolders as readonly string[]).includes(name),
};

/** Proposes evidence for an assessment, or for one of its services. Nothing is written that the user did not choose. */
export async function proposeEvidence(
  { analyses, active, edits }: Host,
  given: unknown,
  target: unknown,
): Promise<void> {
  const { t } = analyses.words;
  const uri = given instanceof vscode.Uri ? given : await meantAssessment(active, t);
  if (!uri) return;
  const document = uri === 'none' ? undefined : await vscode.workspace.openTextDocument(uri);
  if (!document || !isAssessment(document)) return void inform(t('propose.none'));
  if (analyses.of(document).assessment.broken) return warnOf({ key: 'edit.broken' }, t);
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  if (!folder) return void inform(t('propose.no-folder', { name: fileLabel(document.uri) }));
  const title = t('propose.searching', { name: label(folder.name) });
  const found = await withProgress(vscode.ProgressLocation.Notification, title, (token) => search(folder.uri, token));
  if (!found) return;
  const { assessment } = analyses.of(document);
  const service = serviceIn(target);
  const proposals = proposalsFor(assessment, homeOf(document.uri), found).filter(
    (one) => service === undefined || one.service === service,
  );
  const offers = await offersFor(document.uri, folder.uri, proposals, analyses.wordsOf(document));
  if (offers.length === 0) return void inform(t('propose.nothing', { name: label(folder.name) }));
  const chosen = await chooseSome(offers, {
    title: t('propose.title', { name: fileLabel(document.uri) }),
    placeHolder: t('propose.choose'),
    ignoreFocusOut: true,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  const citations = (chosen ?? []).flatMap(({ citation }) => citation ?? []);
  if (citations.length === 0) return;
  const refused = await edits.applyPlan(document.uri, (now) => citeAll(now, citations));
  if (refused) return warnOf(refused, t);
  void inform(t('propose.done', { count: citations.length }));
}

/** What the files of a folder may be evidence of; `undefined` when cancelled. */
async function search(folder: vscode.Uri, token: vscode.CancellationToken): Promise<FoundEvidence[] | undefined> {
  const files = await findFilesIn(folder, candidates, token);
  const byPath = new Map(files.map((uri) => [pathIn(folder, uri), uri]));
  const found: FoundEvidence[] = [];
  for (const path of worthReading([...byPath.keys()])) {
    await yieldToHost();
    if (token.isCancellationRequested) return undefined;
    found.push(...foundIn(path, await textOf(byPath.get(path) ?? folder)));
  }
  return token.isCancellationRequested ? undefined : found;
}

function pathIn(folder: vscode.Uri, uri: vscode.Uri): string {
  return uri.path.slice(folder.path.replace(/\/$/, '').length + 1);
}

/** The text of a file; `undefined` where it is large, binary, or cannot be read. */
async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const { size, type } = await vscode.workspace.fs.stat(uri);
    if (size > longestRead || !(type & vscode.FileType.File)) return undefined;
    const bytes = await vscode.workspace.fs.readFile(uri);
    return bytes.length > longestRead || bytes.includes(0) ? undefined : new TextDecoder().decode(bytes);
  } catch {
    return undefined;
  }
}

interface Words {
  readonly sheet: Sheet;
  readonly t: Translate;
}

/** The proposals as rows, below the name of their service; files that cannot be cited are left out. */
async function offersFor(
  assessment: vscode.Uri,
  folder: vscode.Uri,
  proposals: readonly Proposal[],
  words: Words,
): Promise<Offer[]> {
  const offers: Offer[] = [];
  let last: string | undefined;
  for (const proposal of proposals) {
    const { service, criterion, found } = proposal;
    const uri = vscode.Uri.joinPath(folder, found.path);
    const links = await linksFor(assessment, [uri.toString()], words.t);
    const [base] = 'links' in links ? links.links : [];
    if (base === undefined) continue;
    if (last !== service) offers.push(headingFor(service, words));
    last = service;
    const link = found.heading ? `${base}#${found.heading.anchor}` : base;
    offers.push({
      ...rowFor(proposal, link, { ...words, today: today() }),
      citation: { service, ...(criterion && { criterion }), link },
    });
  }
  return offers;
}

function headingFor(id: string, { sheet }: Words): Offer {
  const service = findService(sheet, id);
  return { label: label(service ? nameOf(service) : id), kind: vscode.QuickPickItemKind.Separator };
}

/** The service that the command is called on; `undefined` for any other argument. */
function serviceIn(target: unknown): string | undefined {
  const service = (target as { service?: unknown } | undefined)?.service;
  return typeof service === 'string' ? service : undefined;
}
