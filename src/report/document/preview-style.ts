/**
 * The style of views in VS Code's Markdown preview, in the colours of its theme. `npm run generate` writes it to
 * `media/preview.css`.
 */
import { levelColours, viewRules } from './view-style';

const theme = `--fg: var(--vscode-editor-foreground); --dim: var(--vscode-descriptionForeground); --plate: var(--vscode-editor-background); --link: var(--vscode-textLink-foreground); --accent: var(--vscode-textLink-foreground); --line: color-mix(in srgb, var(--fg) 22%, transparent); --soft: color-mix(in srgb, var(--fg) 6%, transparent); --hatch: color-mix(in srgb, var(--fg) 48%, transparent);`;
const contrast = `--dim: var(--fg); --hatch: color-mix(in srgb, var(--fg) 62%, transparent); --line: var(--vscode-contrastBorder); --accent: var(--vscode-contrastActiveBorder); ${[0, 1, 2, 3, 4, 5].map((level) => `--level-${level}: var(--fg);`).join(' ')} --on-level: var(--vscode-editor-background); --tint: 0%;`;

export const previewStyle = `/* Made by npm run generate, from src/report/document/preview-style.ts. */
.psirt-view { ${theme} ${levelColours.dark} }
.vscode-light .psirt-view { --hatch: color-mix(in srgb, var(--fg) 62%, transparent); ${levelColours.light} }
:is(.vscode-high-contrast, .vscode-high-contrast-light) .psirt-view { ${contrast} }
.psirt-view {
margin: 1em 0; forced-color-adjust: none;
.psirt-message { padding: 6px 10px; border-left: 3px solid var(--vscode-editorWarning-foreground); background: var(--soft); overflow-wrap: anywhere; }
h1, h2, h3 { border: 0; padding: 0; }
.area-list { margin-top: 10px; max-width: 760px; }
${viewRules}
.summary h1 { font-size: 1.3em; }
:is(.vscode-high-contrast, .vscode-high-contrast-light) & .grid .row .cell.passed { box-shadow: inset 0 -3px 0 var(--fg); }
:is(.vscode-high-contrast, .vscode-high-contrast-light) & .grid .cell.target:not(.scored)::after { inset: 1px; border-color: var(--accent); }
}
`;
