/** The structure of an assessment: outline, folding and selection ranges; and services by name in all open ones. */
import {
  SymbolKind,
  type CancellationToken,
  type DocumentSymbol,
  type DocumentSymbolParams,
  type FoldingRange,
  type FoldingRangeParams,
  type SelectionRange,
  type SelectionRangeParams,
  type SymbolInformation,
  type WorkspaceSymbolParams,
} from 'vscode-languageserver';
import { symbolKinds } from '../language/editor-kinds';
import { foldsOf } from '../language/folding';
import { selectionsAt } from '../language/selection';
import { findSymbols, symbolsOf, type OutlineSymbol } from '../language/symbols';
import { answer } from './answers';
import { isAssessment, type Known, type Session } from './session';

/** The outline, hierarchical where the client supports that. */
export function outline(
  session: Session,
  { textDocument: { uri } }: DocumentSymbolParams,
  token: CancellationToken,
): Promise<DocumentSymbol[] | SymbolInformation[] | null> {
  return answer(session, uri, token, (known) => {
    if (!session.isOurs('outline', known.document, known.settings)) return null;
    const symbols = symbolsOf(known);
    return session.client.symbolTree
      ? symbols.map((symbol) => treeOf(session, known, symbol))
      : symbols.flatMap((symbol) => flat(session, known, symbol));
  });
}

function treeOf(session: Session, known: Known, symbol: OutlineSymbol): DocumentSymbol {
  const { name, detail, kind, span, selection, children } = symbol;
  return {
    name,
    detail,
    kind: SymbolKind[symbolKinds[kind]],
    range: session.positions.rangeOf(known.document, span),
    selectionRange: session.positions.rangeOf(known.document, selection),
    children: children.map((child) => treeOf(session, known, child)),
  };
}

function flat(session: Session, known: Known, symbol: OutlineSymbol, containerName?: string): SymbolInformation[] {
  const own = informationOf(session, known, symbol, containerName);
  return [own, ...symbol.children.flatMap((child) => flat(session, known, child, symbol.name))];
}

function informationOf(
  { positions }: Session,
  { document }: Known,
  { name, kind, selection }: OutlineSymbol,
  containerName?: string,
): SymbolInformation {
  const location = { uri: document.uri, range: positions.rangeOf(document, selection) };
  return { name, kind: SymbolKind[symbolKinds[kind]], location, ...(containerName && { containerName }) };
}

/** Services and areas by name, in all open assessments. */
export async function services(session: Session, { query }: WorkspaceSymbolParams): Promise<SymbolInformation[]> {
  const open = session.documents.all().filter(isAssessment);
  const all = await Promise.all(open.map((document) => session.know(document)));
  return all.flatMap((known) => {
    if (!known) return [];
    const subject = known.assessment.subject?.value.trim() || known.uri.path.slice(known.uri.path.lastIndexOf('/') + 1);
    return findSymbols(symbolsOf(known), query).map(({ symbol, area }) =>
      informationOf(session, known, symbol, [subject, area].filter(Boolean).join(' › ')),
    );
  });
}

/** The folding ranges; empty where the client folds by indentation. */
export function folds(
  session: Session,
  { textDocument: { uri } }: FoldingRangeParams,
  token: CancellationToken,
): Promise<FoldingRange[] | null> {
  return answer(session, uri, token, (known) => foldsOf(known)?.map((fold): FoldingRange => ({ ...fold })) ?? null);
}

/** The selection ranges around each position. */
export function selections(
  session: Session,
  { textDocument: { uri }, positions }: SelectionRangeParams,
  token: CancellationToken,
): Promise<SelectionRange[] | null> {
  return answer(session, uri, token, (known) =>
    positions.map((position) => {
      const { document } = known;
      const spans = selectionsAt(known, session.positions.offsetAt(document, position));
      const outermost = spans.pop() ?? { start: 0, end: document.getText().length };
      // From the outermost to the innermost: each has the surrounding one as parent.
      return spans.reduceRight(
        (parent: SelectionRange, span) => ({ range: session.positions.rangeOf(document, span), parent }),
        { range: session.positions.rangeOf(document, outermost) },
      );
    }),
  );
}
