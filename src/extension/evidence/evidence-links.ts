/** Links on evidence: they open documents at the heading, and pages in the browser. */
import * as vscode from 'vscode';
import type { Assessment } from '../../assessment/assessment';
import { readingsOf } from '../../assessment/evidence/citation-paths';
import { splitLink } from '../../assessment/evidence/links';
import { citationsOf, type Citation } from '../../language/citations';
import type { Analyses } from '../core/analyses';
import { homeOf, resolveFrom } from './cited-documents';
import { selector } from '../core/assessment-documents';
import { rangeOf } from '../core/ranges';

/** A link to a document of the workspace; its target is resolved when it is opened. */
class EvidenceLink extends vscode.DocumentLink {
  constructor(
    range: vscode.Range,
    readonly from: vscode.Uri,
    readonly link: string,
  ) {
    super(range);
  }
}

export function registerEvidenceLinks(analyses: Analyses): vscode.Disposable {
  const provider: vscode.DocumentLinkProvider = {
    provideDocumentLinks: (document) => {
      const { assessment } = analyses.of(document);
      return [
        ...citationsOf(assessment).flatMap((citation) => linkOf(document, citation)),
        ...overlayLink(document, assessment),
      ];
    },
    async resolveDocumentLink(link) {
      if (link instanceof EvidenceLink) link.target = await resolved(link.from, link.link);
      return link;
    },
  };
  return vscode.languages.registerDocumentLinkProvider(selector, provider);
}

function linkOf(document: vscode.TextDocument, { link, span, web }: Citation): vscode.DocumentLink[] {
  const range = rangeOf(document, span);
  if (web) return webLink(range, link);
  return readingsOf(homeOf(document.uri), link).length > 0 ? [new EvidenceLink(range, document.uri, link)] : [];
}

/** A link to the overlay file that an assessment names. */
function overlayLink(document: vscode.TextDocument, { wording }: Assessment): vscode.DocumentLink[] {
  const uri = wording && resolveFrom(document.uri, wording.value);
  return uri ? [new vscode.DocumentLink(rangeOf(document, wording.span), uri)] : [];
}

/** A web link. Addresses that `Uri` would normalise are left to the editor's own links, which keep them unchanged. */
function webLink(range: vscode.Range, link: string): vscode.DocumentLink[] {
  const uri = vscode.Uri.parse(link);
  return encodeURI(uri.toString(true)) === link ? [new vscode.DocumentLink(range, uri)] : [];
}

/** The target of a link. A missing document keeps its name as target, so that VS Code reports it. */
async function resolved(from: vscode.Uri, link: string): Promise<vscode.Uri | undefined> {
  return (await citedTarget(from, link)) ?? resolveFrom(from, splitLink(link).path);
}

/**
 * The target of a citation at the line of its heading; a folder is shown in the Explorer. `undefined` where nothing
 * exists.
 */
export async function citedTarget(from: vscode.Uri, link: string): Promise<vscode.Uri | undefined> {
  const [{ citedLine, readCited }, { filesNear }] = await Promise.all([
    import('../../language/evidence'),
    import('./files-near'),
  ]);
  const cited = await readCited(homeOf(from), link, filesNear(from));
  if (!cited) return undefined;
  const uri = from.with({ path: cited.place });
  if (cited.isFolder) return vscode.Uri.parse(`command:revealInExplorer?${encodeURIComponent(JSON.stringify([uri]))}`);
  const line = citedLine(cited);
  return line === undefined ? uri : uri.with({ fragment: `L${line + 1}` });
}
