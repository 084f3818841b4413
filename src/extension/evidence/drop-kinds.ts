/** What is dropped or pasted as a citation, as VS Code knows it. */
import * as vscode from 'vscode';

/** The type of data a list of files has. */
export const uriList = 'text/uri-list';

/** The kind of edit that cites a document. */
export const citation = vscode.DocumentDropOrPasteEditKind.Empty.append('psirtMaturity', 'citation');
