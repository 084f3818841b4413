/** Cites files that are dropped on a service in the editor; files pasted into its evidence become links. */
import * as vscode from 'vscode';
import { serviceAt } from '../../assessment/cursor';
import { byHand } from '../../assessment/edit/plan';
import { planCitation } from '../../assessment/edit/evidence-edit';
import { linkText } from '../../assessment/evidence/links';
import { typedCitationAt } from '../../language/citation-completion';
import type { Analyses } from '../core/analyses';
import { addressesOf, linksFor } from './cite-document';
import { citation, uriList } from './drop-kinds';
import { workspaceEditOf } from '../core/ranges';
import { warn, warnOf } from '../core/notify';

/** Adds to the evidence of the service under the pointer; inserts nothing at the pointer itself. */
export async function dropEdit(
  analyses: Analyses,
  document: vscode.TextDocument,
  position: vscode.Position,
  data: vscode.DataTransfer,
  token: vscode.CancellationToken,
): Promise<vscode.DocumentDropEdit | undefined> {
  const { t } = analyses.words;
  const { assessment } = analyses.of(document);
  const id = serviceAt(assessment, document.offsetAt(position));
  const addresses = await addressesIn(data);
  if (!id || addresses.length === 0 || token.isCancellationRequested) return undefined;
  const edit = new vscode.DocumentDropEdit('', t('cite.drop', { id }), citation);
  const found = await linksFor(document.uri, addresses, t);
  const plan = 'links' in found ? planCitation(assessment, id, found.links) : undefined;
  if (plan && 'edits' in plan) edit.additionalEdit = workspaceEditOf(document, plan.edits);
  else if ('refused' in found) warn(found.refused);
  else warnOf(plan?.refused ?? byHand.refused, t);
  return edit;
}

/** Turns pasted files into links, where one can be typed: in an evidence item. */
export async function pasteEdits(
  analyses: Analyses,
  document: vscode.TextDocument,
  [range]: readonly vscode.Range[],
  data: vscode.DataTransfer,
): Promise<vscode.DocumentPasteEdit[]> {
  const { t } = analyses.words;
  const typed = range?.isEmpty ? typedCitationAt(document.getText(), document.offsetAt(range.start)) : undefined;
  if (!typed || typed.before + typed.after !== '' || typed.span.end > typed.span.start) return [];
  const addresses = await addressesIn(data);
  const found = await linksFor(document.uri, addresses.slice(0, 1), t);
  const link = addresses.length === 1 && 'links' in found ? found.links[0] : undefined;
  if (link === undefined) return [];
  const text = typed.quote ? link : linkText(link);
  return [new vscode.DocumentPasteEdit(text, t('cite.paste'), citation)];
}

async function addressesIn(data: vscode.DataTransfer): Promise<string[]> {
  return addressesOf((await data.get(uriList)?.asString()) ?? '');
}
