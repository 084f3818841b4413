/** The HTML of a panel's page: only our own script and style sheets may load or run. */
import * as vscode from 'vscode';

/** Where a panel is, which determines its colours. */
export type Place = 'side-bar' | 'tab';

/** The script and style sheets of a page, in `dist`. */
interface Page {
  readonly script: string;
  readonly styles: readonly string[];
}

/** The page of the maturity grid. */
export const gridPage: Page = { script: 'panel.js', styles: ['panel.css', 'description.css'] };

/** The folder from which pages may load files. */
export function pageRoot(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist');
}

/** The HTML for a webview, with a nonce of its own. */
export function panelHtml(
  webview: vscode.Webview,
  extensionUri: vscode.Uri,
  language: string,
  place: Place,
  page: Page,
): string {
  const nonce = newNonce();
  const addressOf = (name: string): vscode.Uri =>
    webview.asWebviewUri(vscode.Uri.joinPath(pageRoot(extensionUri), name));
  const styles = page.styles.map((name) => `<link rel="stylesheet" href="${addressOf(name)}">`);
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}; base-uri 'none'`;
  return `<!DOCTYPE html>
<html lang="${language}" class="${place}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>PSIRT Maturity</title>
${styles.join('\n')}
</head>
<body>
<div id="psirt-panel"></div>
<script type="module" nonce="${nonce}" src="${addressOf(page.script)}"></script>
</body>
</html>`;
}

/** 128 random bits as hexadecimal digits, from Web Crypto, which both extension hosts have. */
function newNonce(): string {
  return [...globalThis.crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
