// Stands in for Red Hat's YAML extension, which the tests cannot download: it registers what that one does, where that
// one does, and says the same wherever it is asked.
const vscode = require('vscode');

const selector = { language: 'yaml' };
const isOn = (setting, document) => vscode.workspace.getConfiguration('yaml', document).get(setting);

exports.activate = ({ subscriptions }) => {
  const reported = vscode.languages.createDiagnosticCollection('yaml');
  const validate = (document) => {
    if (document.languageId !== 'yaml') return;
    // What the schema says of a score that is none.
    const found = isOn('validate', document) ? [...document.getText().matchAll(/: (?:[6-9])$/gm)] : [];
    reported.set(
      document.uri,
      found.map(({ index }) => {
        const diagnostic = new vscode.Diagnostic(
          new vscode.Range(document.positionAt(index + 2), document.positionAt(index + 3)),
          'Value is not accepted.',
        );
        diagnostic.source = 'yaml-schema';
        return diagnostic;
      }),
    );
  };
  const validateAll = () => vscode.workspace.textDocuments.forEach(validate);
  validateAll();
  subscriptions.push(
    reported,
    vscode.workspace.onDidOpenTextDocument(validate),
    vscode.workspace.onDidChangeTextDocument(({ document }) => validate(document)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => reported.delete(uri)),
    vscode.workspace.onDidChangeConfiguration(validateAll),
    vscode.languages.registerHoverProvider(selector, {
      provideHover: (document) => (isOn('hover', document) ? new vscode.Hover('From the schema') : undefined),
    }),
    vscode.languages.registerCompletionItemProvider(selector, {
      provideCompletionItems: (document) =>
        isOn('completion', document)
          ? [new vscode.CompletionItem('from-the-schema', vscode.CompletionItemKind.Property)]
          : [],
    }),
    vscode.languages.registerDocumentSymbolProvider(selector, {
      provideDocumentSymbols(document) {
        const range = new vscode.Range(0, 0, document.lineCount - 1, 0);
        return [new vscode.DocumentSymbol('From the server', '', vscode.SymbolKind.Module, range, range)];
      },
    }),
  );
};
