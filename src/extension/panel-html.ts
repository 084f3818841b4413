/** The page a panel lives in: our one script and one style sheet, and nothing else may load or run. */
import * as vscode from 'vscode';

/** Where a panel stands: it takes the colours of its surroundings. */
export type Place = 'side-bar' | 'tab';

/** The page's HTML for one webview, with a nonce of its own. */
export function panelHtml(webview: vscode.Webview, extensionUri: vscode.Uri, language: string, place: Place): string {
  const nonce = newNonce();
  const script = webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', 'panel.js'));
  const style = webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'media', 'panel.css'));
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}`;
  return `<!DOCTYPE html>
<html lang="${language}" class="${place}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>PSIRT Maturity</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<div id="psirt-panel"></div>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}

/** 128 random bits as hexadecimal digits; the Web Crypto both extension hosts have. */
function newNonce(): string {
  return [...globalThis.crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
