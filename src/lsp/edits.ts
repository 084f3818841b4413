/** Converts edits to those of the protocol. */
import type { SnippetTextEdit, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit as CoreEdit } from '../assessment/yaml/text-edit';
import type { Session } from './session';

/** A document to edit, in the version given; `null` for a file that is not open. */
interface Edited {
  readonly document: TextDocument;
  readonly version: number | null;
  readonly edits: readonly CoreEdit[];
}

/** All edits of some documents as one step; `snippet` where their texts hold placeholders. */
export function workspaceEditOf(session: Session, edited: readonly Edited[], snippet = false): WorkspaceEdit {
  const { client, positions } = session;
  const textEdits = ({ document, edits }: Edited): TextEdit[] =>
    edits.map(({ span, newText }) => ({
      range: positions.rangeOf(document, span),
      newText: snippet ? withoutPlaceholders(newText) : newText,
    }));
  if (!client.edits.versioned)
    return { changes: Object.fromEntries(edited.map((one) => [one.document.uri, textEdits(one)])) };
  const snippets = ({ document, edits }: Edited): SnippetTextEdit[] =>
    edits.map(({ span, newText }) => ({
      range: positions.rangeOf(document, span),
      snippet: { kind: 'snippet', value: newText },
    }));
  const documentChanges = edited.map((one): TextDocumentEdit => {
    const textDocument = { uri: one.document.uri, version: one.version };
    return { textDocument, edits: snippet && client.edits.snippets ? snippets(one) : textEdits(one) };
  });
  return { documentChanges };
}

/** A snippet as plain text, each placeholder replaced by its default. */
export function withoutPlaceholders(snippet: string): string {
  return snippet.replace(
    /\\([\\$}])|\$\{\d+:((?:[^\\}]|\\.)*)\}|\$\{?\d+\}?/g,
    (_, escaped?: string, text?: string) => escaped ?? (text === undefined ? '' : withoutPlaceholders(text)),
  );
}
