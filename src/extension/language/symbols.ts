/** The outline and breadcrumbs of an assessment, and services by name in all open ones. */
import * as vscode from 'vscode';
import { symbolKinds } from '../../language/editor-kinds';
import { label } from '../../language/interface-text';
import type { OutlineSymbol } from '../../language/symbols';
import { hasTab } from '../core/active-assessment';
import type { Analyses } from '../core/analyses';
import { baseName, isAssessment, selector } from '../core/assessment-documents';
import { rangeOf } from '../core/ranges';
import { isOurs, onDidChangeYamlServers } from './yaml-servers';

export function registerSymbols(analyses: Analyses): vscode.Disposable {
  const documentSymbols: vscode.DocumentSymbolProvider = {
    provideDocumentSymbols: async (document) =>
      isOurs('outline', document)
        ? (await outlineOf(analyses, document)).map((symbol) => documentSymbol(document, symbol))
        : [],
  };
  const workspaceSymbols: vscode.WorkspaceSymbolProvider = {
    provideWorkspaceSymbols: async (query) =>
      (await Promise.all(openAssessments().map((document) => found(analyses, document, query)))).flat(),
  };
  const register = () =>
    vscode.languages.registerDocumentSymbolProvider(selector, documentSymbols, { label: 'PSIRT Maturity' });
  // VS Code requests an outline again only when the text or its provider changes, so a change of language, or of who
  // shows outlines, registers a new provider.
  let outline = register();
  const renew = () => {
    outline.dispose();
    outline = register();
  };
  return vscode.Disposable.from(
    analyses.onDidChangeWords(renew),
    onDidChangeYamlServers(renew),
    { dispose: () => outline.dispose() },
    vscode.languages.registerWorkspaceSymbolProvider(workspaceSymbols),
  );
}

async function outlineOf(analyses: Analyses, document: vscode.TextDocument): Promise<OutlineSymbol[]> {
  const { symbolsOf } = await import('../../language/symbols');
  return symbolsOf({ ...analyses.wordsOf(document), ...analyses.of(document) });
}

function documentSymbol(
  document: vscode.TextDocument,
  { name, detail, kind, span, selection, children }: OutlineSymbol,
): vscode.DocumentSymbol {
  const symbol = new vscode.DocumentSymbol(
    name,
    detail,
    vscode.SymbolKind[symbolKinds[kind]],
    rangeOf(document, span),
    rangeOf(document, selection),
  );
  symbol.children = children.map((child) => documentSymbol(document, child));
  return symbol;
}

/** Only documents with a tab: others are open for a comparison, or were only inspected. */
function openAssessments(): vscode.TextDocument[] {
  return vscode.workspace.textDocuments.filter((document) => isAssessment(document) && hasTab(document));
}

async function found(
  analyses: Analyses,
  document: vscode.TextDocument,
  query: string,
): Promise<vscode.SymbolInformation[]> {
  const { findSymbols } = await import('../../language/symbols');
  const subject = analyses.of(document).assessment.subject?.value.trim() || baseName(document.uri);
  return findSymbols(await outlineOf(analyses, document), query).map(({ symbol: { name, kind, selection }, area }) => {
    const container = label([subject, area].filter(Boolean).join(' › '));
    return new vscode.SymbolInformation(
      name,
      vscode.SymbolKind[symbolKinds[kind]],
      container,
      new vscode.Location(document.uri, rangeOf(document, selection)),
    );
  });
}
