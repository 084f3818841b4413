/** The sheet as HTML: a single file without scripts, for a browser or for print. */
import { render } from 'preact-render-to-string';
import { printableMarkup } from '../../messages/printable';
import { ours, type Printable } from '../../messages/safe-text';
import { levelNumbers } from '../../sheet/sheet';
import { SheetDocument, type SheetProps } from '../../views/SheetDocument';
import { colours, imposedColours } from '../document/view-style';

/** Prevents loading and scripts, whatever an organisation's overlay contains. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** Styles that an editor's theme and the panel's own style sheet provide otherwise. */
const surroundings = `
:root { color-scheme: light; --focus: var(--link); ${colours.light} }
@media screen and (prefers-color-scheme: dark) { :root { color-scheme: dark; ${colours.dark} } }
${imposedColours}
body { --vscode-editorHoverWidget-background: var(--soft); --vscode-editorHoverWidget-foreground: var(--fg); --vscode-editorHoverWidget-border: var(--line); }
${levelNumbers.map((level) => `.level-${level} { --level: var(--level-${level}); }`).join('\n')}
* { box-sizing: border-box; }
body { margin: 0; color: var(--fg); background: var(--plate); font: 15px/1.6 system-ui, sans-serif; }
h1, h2, h3, h4, p, ul, ol, dl, dd { margin: 0; padding: 0; }
ul, ol { list-style: none; }
a { color: var(--link); overflow-wrap: anywhere; }
:is(nav a, .reference) { text-decoration: none; }
.reference { padding-block: 5px; }
button { font: inherit; color: inherit; }
`;

/** An HTML document, ending with a line break. `styles` is the text of the style sheets in `sheetStyles`. */
export function sheetHtml(props: SheetProps, styles: string): Printable {
  const { columns, t } = props;
  const html = render(
    <html lang={columns[0]?.language ?? t.language}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>{t('view.sheet-title', { version: columns[0]?.sheet.version ?? '' })}</title>
        <style dangerouslySetInnerHTML={{ __html: `${surroundings}${styles}` }} />
      </head>
      <body>
        <main class="sheet">
          <SheetDocument {...props} />
        </main>
      </body>
    </html>,
  );
  return ours`<!DOCTYPE html>\n${printableMarkup(html)}\n`;
}
