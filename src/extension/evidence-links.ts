/** Evidence links that open what they cite: documents at the heading, pages in the browser. */
import * as vscode from 'vscode';
import type { Assessment } from '../assessment/assessment';
import { documentHeadings } from '../assessment/headings';
import { citationsOf, type Citation } from '../language/citations';
import type { Analyses } from './analyses';
import { readCited, resolveCitation } from './cited-documents';
import { selector } from './documents';
import { rangeOf } from './ranges';

/** A link to a document of the workspace; where the heading stands is looked up when it is opened. */
class EvidenceLink extends vscode.DocumentLink {
  constructor(
    range: vscode.Range,
    readonly document: vscode.Uri,
    readonly heading: string,
  ) {
    super(range);
  }
}

export function registerEvidenceLinks(analyses: Analyses): vscode.Disposable {
  const provider: vscode.DocumentLinkProvider = {
    provideDocumentLinks: (document) => {
      const { assessment } = analyses.of(document);
      return [...citationsOf(assessment).flatMap((citation) => linkOf(document, citation)), ...wordingLink(document, assessment)];
    },
    async resolveDocumentLink(link) {
      if (link instanceof EvidenceLink) link.target = await targetOf(link.document, link.heading);
      return link;
    },
  };
  return vscode.languages.registerDocumentLinkProvider(selector, provider);
}

function linkOf(document: vscode.TextDocument, { link, span, path, heading, web }: Citation): vscode.DocumentLink[] {
  const range = rangeOf(document, span);
  if (web) return webLink(range, link);
  const uri = resolveCitation(document.uri, path);
  return uri ? [new EvidenceLink(range, uri, heading)] : [];
}

/** The wording file an assessment names. */
function wordingLink(document: vscode.TextDocument, { wording }: Assessment): vscode.DocumentLink[] {
  const uri = wording && resolveCitation(document.uri, wording.value);
  return uri ? [new vscode.DocumentLink(rangeOf(document, wording.span), uri)] : [];
}

/** An address that `Uri` would change is left to the editor's own links, which keep it as it is written. */
function webLink(range: vscode.Range, link: string): vscode.DocumentLink[] {
  const uri = vscode.Uri.parse(link);
  return encodeURI(uri.toString(true)) === link ? [new vscode.DocumentLink(range, uri)] : [];
}

/** The document at the line of the heading; a folder is shown in the Explorer. */
export async function targetOf(uri: vscode.Uri, heading: string): Promise<vscode.Uri> {
  const cited = await readCited(uri);
  if (cited?.isFolder) return vscode.Uri.parse(`command:revealInExplorer?${encodeURIComponent(JSON.stringify([uri]))}`);
  const place = cited?.markdown && heading ? documentHeadings(cited.markdown).find(({ anchor }) => anchor === heading) : undefined;
  return place ? uri.with({ fragment: `L${place.line + 1}` }) : uri;
}
