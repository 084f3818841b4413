/** Completions of evidence links: files, folders, headings of the cited document. */
import * as vscode from 'vscode';
import { documentHeadings } from '../../assessment/evidence/headings';
import {
  headingCompletions,
  pathCompletions,
  typedCitationAt,
  type CitationCompletion,
  type FolderEntry,
  type TypedCitation,
} from '../../language/citation-completion';
import { readingsOf } from '../../assessment/evidence/citation-paths';
import { homeOf, readCited } from './cited-documents';
import { baseName } from '../core/documents';
import { unlessComplete } from '../../language/unless-complete';
import { rangeOf } from '../core/ranges';
import { suggestNext } from '../core/suggestions';

/** Most entries of a folder that are offered; typing narrows them down. */
const maximumEntries = 1_000;

const kinds: Record<CitationCompletion['kind'], vscode.CompletionItemKind> = {
  file: vscode.CompletionItemKind.File,
  folder: vscode.CompletionItemKind.Folder,
  heading: vscode.CompletionItemKind.Reference,
};

/** What can be cited at a position. */
export async function evidenceCompletions(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.CompletionItem[]> {
  const text = document.getText();
  const typed = typedCitationAt(text, document.offsetAt(position));
  const completions = typed ? await completionsFor(document.uri, typed) : [];
  return unlessComplete(text, completions).map((completion) => itemOf(document, completion));
}

async function completionsFor(from: vscode.Uri, typed: TypedCitation): Promise<CitationCompletion[]> {
  if ('folder' in typed.wanted) return pathCompletions(typed, await entriesOf(from, typed.wanted.folder));
  const cited = await readCited(from, typed.wanted.path);
  return cited?.markdown ? headingCompletions(typed, documentHeadings(cited.markdown)) : [];
}

/** What a folder, given as cited, holds besides the assessment itself and what is hidden. */
async function entriesOf(from: vscode.Uri, folder: string): Promise<FolderEntry[]> {
  // A folder is read by a name in it: the root itself is no place to cite.
  for (const { place } of readingsOf(homeOf(from), `${folder}-`)) {
    const found = await readFolder(vscode.Uri.joinPath(from.with({ path: place }), '..'), from);
    if (found) return found;
  }
  return [];
}

async function readFolder(uri: vscode.Uri, from: vscode.Uri): Promise<FolderEntry[] | undefined> {
  try {
    const found = await vscode.workspace.fs.readDirectory(uri);
    const own = vscode.Uri.joinPath(from, '..').path === uri.path ? baseName(from) : undefined;
    return found
      .filter(([name]) => !name.startsWith('.') && name !== 'node_modules' && name !== own)
      .slice(0, maximumEntries)
      .map(([name, type]) => ({ name, isFolder: (type & vscode.FileType.Directory) !== 0 }));
  } catch {
    return undefined;
  }
}

function itemOf(document: vscode.TextDocument, completion: CitationCompletion): vscode.CompletionItem {
  const { label, detail, kind, insertText, filterText, sortText, span, continues } = completion;
  const item = new vscode.CompletionItem(detail ? { label, description: detail } : label, kinds[kind]);
  Object.assign(item, { insertText, filterText, sortText, range: rangeOf(document, span) });
  if (continues) item.command = suggestNext;
  return item;
}
