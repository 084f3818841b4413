/** Completions: keys, ids, levels and values, files and headings to cite; and the content of overlay files. */
import {
  CompletionItemKind,
  CompletionTriggerKind,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type CancellationToken,
  type CompletionItem,
  type CompletionParams,
  type MarkupContent,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CitationCompletion } from '../language/citation-completion';
import { completionsAt } from '../language/completion';
import type { Completion } from '../language/completion-item';
import { isListDue } from '../language/due';
import { citationKinds, completionKinds } from '../language/editor-kinds';
import { citationCompletionsAt } from '../language/evidence';
import { overlayCompletionsAt } from '../language/overlay';
import { answer } from './answers';
import { withoutPlaceholders } from './edits';
import type { Known, Session } from './session';
import { overlayContext } from './overlay-files';

/** The completions at a position. */
export async function complete(
  session: Session,
  { textDocument: { uri }, position, context }: CompletionParams,
  token: CancellationToken,
): Promise<CompletionItem[] | null> {
  const document = session.assessment(uri) ?? session.overlay(uri);
  if (!document) return null;
  const offset = session.positions.offsetAt(document, position);
  // Clients ask after every trigger character, also where no list is due.
  if (context?.triggerKind === CompletionTriggerKind.TriggerCharacter && !isListDue(lineUpTo(document, offset)))
    return null;
  const overlay = await overlayContext(session, uri);
  if (overlay)
    return overlayCompletionsAt(overlay, document.getText(), offset).map((completion, index) => {
      const { isValue, detail, documentation, label } = completion;
      const filterText = `${quoteAt(document, completion)}${label} ${detail ?? ''}`;
      const item = { ...completion, filterText, sortText: String(index).padStart(2, '0'), documentation };
      return itemOf(session, document, item, isValue ? CompletionItemKind.Value : CompletionItemKind.Property, true);
    });
  return answer(session, uri, token, (known) => completionsOf(session, known, offset));
}

async function completionsOf(session: Session, known: Known, offset: number): Promise<CompletionItem[]> {
  const { document, home, files, settings } = known;
  const text = document.getText();
  const own = session.isOurs('completion', document, settings) ? completionsAt({ ...known, text }, offset) : [];
  const cited = files ? await citationCompletionsAt(text, offset, home, files) : [];
  return [
    ...own.map((one) =>
      itemOf(session, document, one, CompletionItemKind[completionKinds[one.kind]], one.kind === 'level'),
    ),
    ...cited.map((one) => itemOf(session, document, one, CompletionItemKind[citationKinds[one.kind]], true)),
  ];
}

type Offered = Pick<Completion, 'label' | 'detail' | 'insertText' | 'filterText' | 'sortText' | 'span'> &
  Partial<Pick<Completion, 'documentation' | 'preselect' | 'snippet' | 'besides'>> &
  Partial<Pick<CitationCompletion, 'continues'>>;

function itemOf(
  { client: { completion: can }, positions }: Session,
  document: TextDocument,
  { label, detail, documentation, insertText, filterText, sortText, span, preselect, snippet, besides }: Offered,
  kind: CompletionItemKind,
  showsDetail: boolean,
): CompletionItem {
  const isSnippet = snippet === true && can.snippets;
  const newText = snippet === true && !can.snippets ? withoutPlaceholders(insertText) : insertText;
  const item: CompletionItem = { label, kind, filterText, sortText };
  item.textEdit = { range: positions.rangeOf(document, span), newText };
  item.insertTextFormat = isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText;
  if (detail !== undefined && showsDetail && can.labelDetails) item.labelDetails = { description: detail };
  else if (detail !== undefined) item.detail = detail;
  if (documentation) item.documentation = markup(documentation, can.markdown);
  if (preselect) item.preselect = true;
  // The texts are indented already.
  if (can.keepsWhitespace) item.insertTextMode = InsertTextMode.asIs;
  if (besides?.length)
    item.additionalTextEdits = besides.map((edit) => ({
      range: positions.rangeOf(document, edit.span),
      newText: edit.newText,
    }));
  return item;
}

/** Markdown for clients that render it, plain text for others. */
export function markup(value: string, isMarkdown: boolean): MarkupContent {
  return { kind: isMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText, value };
}

function lineUpTo(document: TextDocument, offset: number): string {
  const end = document.positionAt(offset);
  return document.getText({ start: { line: end.line, character: 0 }, end });
}

/** A quote typed already, which clients include when they filter. */
function quoteAt(document: TextDocument, { span }: { readonly span: Completion['span'] }): string {
  return /^["']/.exec(document.getText().slice(span.start, span.end))?.[0] ?? '';
}
