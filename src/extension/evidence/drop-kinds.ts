/** VS Code's types and kinds for citations that are dropped or pasted. */
import * as vscode from 'vscode';

/** The data type of a list of files. */
export const uriList = 'text/uri-list';

/** The kind of an edit that cites a document. */
export const citation = vscode.DocumentDropOrPasteEditKind.Empty.append('psirtMaturity', 'citation');
