// For `npm start`: opens the grid beside the assessment that is opened first.
const vscode = require('vscode');

exports.activate = async () => {
  await assessmentShown();
  await vscode.commands.executeCommand('psirtMaturity.openGridToSide');
};

/** Resolves once an assessment is in the active editor. */
function assessmentShown() {
  const isShown = () => vscode.window.activeTextEditor?.document.languageId === 'psirt-yaml';
  if (isShown()) return Promise.resolve();
  return new Promise((/** @type {(value?: unknown) => void} */ resolve) => {
    const subscription = vscode.window.onDidChangeActiveTextEditor(() => {
      if (!isShown()) return;
      subscription.dispose();
      resolve();
    });
  });
}
