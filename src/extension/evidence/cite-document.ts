/** Cites documents as evidence: determines the link of a dropped, pasted or chosen file. */
import * as vscode from 'vscode';
import { isSamePlace, linksTo, readingByText } from '../../assessment/evidence/citation-paths';
import { findCited } from '../../assessment/evidence/cited-document';
import type { Refusal } from '../../assessment/edit/plan';
import { planCitation } from '../../assessment/edit/evidence-edit';
import { isWebAddress } from '../../assessment/evidence/links';
import type { Translate } from '../../messages/messages';
import { label } from '../../language/interface-text';
import type { Label } from '../../messages/safe-text';
import type { Analyses } from '../core/analyses';
import { homeOf } from './cited-documents';
import { filesNear } from './files-near';
import { fileLabel } from '../core/assessment-documents';
import type { EditQueue } from '../core/edit-queue';
import { warn, warnOf } from '../core/notify';

/** The links of the documents to cite, or the message why one of them has none. */
export type Links = { readonly links: readonly string[] } | { readonly refused: Label };

/** The links by which an assessment cites addresses: relative paths for files, web addresses unchanged. */
export async function linksFor(assessment: vscode.Uri, addresses: readonly string[], t: Translate): Promise<Links> {
  const links: string[] = [];
  for (const address of addresses) {
    const uri = uriOf(address);
    const link = isWebAddress(address) ? address : uri && (await pathLink(assessment, uri));
    if (link === undefined) {
      const name = uri ? fileLabel(uri) : label(address);
      return { refused: assessment.scheme === 'untitled' ? t('cite.untitled') : t('cite.outside', { name }) };
    }
    links.push(link);
  }
  return { links };
}

/** The parsed address; `undefined` for an invalid one. */
function uriOf(address: string): vscode.Uri | undefined {
  try {
    return vscode.Uri.parse(address);
  } catch {
    return undefined;
  }
}

/** A link that leads to a file, unless another name takes precedence for every possible link. */
async function pathLink(assessment: vscode.Uri, address: vscode.Uri): Promise<string | undefined> {
  // Panels receive addresses that name the remote machine; for an extension running there these files are local.
  const isLocal =
    address.scheme === 'vscode-remote' && assessment.scheme === 'file' && vscode.env.remoteName !== undefined;
  const uri = isLocal ? assessment.with({ path: address.path }) : address;
  if (uri.scheme !== assessment.scheme || uri.authority !== assessment.authority || uri.path === assessment.path)
    return undefined;
  const home = homeOf(assessment);
  for (const link of linksTo(home, uri.path)) {
    const cited = (await findCited(home, link, filesNear(assessment))) ?? readingByText(home, link);
    if (cited && isSamePlace(cited.place, uri.path)) return link;
  }
  return undefined;
}

/** The addresses of a `text/uri-list`, without its comments. */
export function addressesOf(uriList: string): string[] {
  return uriList
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** What the evidence is for: a service, or one of its criteria. */
export interface Supported {
  readonly service: string;
  readonly criterion?: string;
}

/** Cites documents as evidence; without addresses it asks for files. Shows a message when it cannot. */
export async function citeDocuments(
  { words: { t } }: Analyses,
  edits: EditQueue,
  assessment: vscode.Uri,
  supported: Supported,
  addresses: readonly string[],
): Promise<void> {
  const asked = addresses.length > 0 ? addresses : await askForDocuments(assessment, supported, t);
  const found = await linksFor(assessment, asked, t);
  if ('refused' in found) return warn(found.refused);
  const refused = await addLinks(edits, assessment, supported, found.links);
  if (refused) warnOf(refused, t);
}

async function addLinks(
  edits: EditQueue,
  assessment: vscode.Uri,
  { service, criterion }: Supported,
  links: readonly string[],
): Promise<Refusal | undefined> {
  if (links.length === 0) return undefined;
  if (criterion === undefined) return edits.applyPlan(assessment, (current) => planCitation(current, service, links));
  // Queued before loading, so that edits are applied in the order of requests.
  const loaded = import('../../assessment/edit/criterion-edit');
  return edits.applyLoaded(assessment, async () => {
    const { citeAllForCriterion } = await loaded;
    return (current) => citeAllForCriterion(current, service, criterion, links);
  });
}

/** The files that the user chooses; none when the dialog is cancelled. */
async function askForDocuments(
  assessment: vscode.Uri,
  { service, criterion }: Supported,
  t: Translate,
): Promise<string[]> {
  const folder = vscode.workspace.getWorkspaceFolder(assessment)?.uri ?? vscode.Uri.joinPath(assessment, '..');
  const chosen = await vscode.window.showOpenDialog({
    title: t('cite.drop', { id: [service, criterion].filter(Boolean).join(' ') }),
    defaultUri: folder,
    canSelectMany: true,
    openLabel: t('cite.choose'),
  });
  return (chosen ?? []).map((uri) => uri.toString());
}
