/** The style of the HTML report: coloured on a screen, light on A4 paper. */
import { colours, imposedColours, viewRules } from './view-style';

export const reportStyle = `
:root { color-scheme: light; ${colours.light} }
@media screen and (prefers-color-scheme: dark) { :root { color-scheme: dark; ${colours.dark} } }
${imposedColours}
@page { size: A4; margin: 14mm 13mm 16mm; }
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--plate); color: var(--fg);
  font: 15px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Hiragino Sans', 'Yu Gothic UI', Meiryo, 'Noto Sans CJK JP', 'Noto Sans JP', sans-serif;
  print-color-adjust: exact; -webkit-print-color-adjust: exact;
}
main, footer { max-width: 1120px; margin: 0 auto; padding: 24px 28px; }
a { color: var(--link); }
/* What pictures say stands beside them as text; copied, their words would run into each other. */
:is(.radar, .scale-chart, .trend-plot, .bar) { user-select: none; -webkit-user-select: none; }
h1, h2, h3, h4 { break-after: avoid; text-wrap: balance; }
h2 { margin: 32px 0 10px; font-size: 1.25em; }
:is(h1, h2, h3, .name, .level-summary):lang(ja) { word-break: auto-phrase; }
p, ul, ol { margin: 0; }
.whole { white-space: nowrap; }
li { overflow-wrap: anywhere; }
${viewRules}
article + article, .overview + article { margin-top: 48px; padding-top: 24px; border-top: 1px solid var(--line); }
.path { margin-top: 6px; color: var(--dim); font-size: 0.85em; overflow-wrap: anywhere; }
.summary .overall { margin-top: 10px; }
.areas-flow { display: grid; grid-template-columns: minmax(0, 1fr) 340px; gap: 20px; align-items: center; break-inside: avoid; }
.plan-view { margin-top: 32px; }
.plan-view h2 { font-size: 1.25em; }
.way { break-inside: avoid; }
.unjudged { margin-top: 20px; font-weight: 600; }
.listing { width: 100%; margin-top: 8px; border-collapse: collapse; font-size: 0.92em; --air: 4px; }
.listing :is(th, td) { padding: var(--air) 10px var(--air) 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: anywhere; }
.listing:lang(ja) { word-break: auto-phrase; }
.listing th[scope='col'] { overflow-wrap: normal; }
/* Columns are wide enough for the phrases of a service's name. */
.listing .title { overflow-wrap: break-word; }
.listing .day { white-space: nowrap; }
.listing .figure { text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
.listing tr { break-inside: avoid; }
.changes ul { margin-top: 6px; padding-left: 1.3em; }
.requirements .why { margin: 0; color: var(--dim); }
.requirements th { white-space: nowrap; }
.changes th[scope='row'] { font-weight: 400; }
.problems code { white-space: nowrap; font-size: 0.92em; }
.service { margin-top: 18px; padding-top: 12px; border-top: 1px solid var(--line); }
.service .levels { break-inside: avoid; }
.service h3 { margin: 0; font-size: 1.05em; }
.service .state { color: var(--dim); font-size: 0.92em; overflow-wrap: anywhere; break-after: avoid; }
.criterion-support { margin: 0; padding-left: 1.6em; list-style: none; overflow-wrap: anywhere; }
.service .objective, .service .suggestion { margin-top: 6px; }
.criteria { margin: 6px 0 0; padding: 0; list-style: none; }
.criteria .answer { color: var(--muted); }
.levels { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 10px 24px; margin-top: 8px; align-items: start; }
.service h4 { margin: 0; font-size: 0.85em; color: var(--dim); }
.statement { break-inside: avoid; }
.records { display: grid; gap: 8px; margin-top: 10px; }
.records > section { break-inside: avoid; }
.evidence { padding-left: 1.3em; }
.trouble { white-space: nowrap; font-weight: 600; }
.trouble svg { vertical-align: -1px; }
.note { overflow-wrap: anywhere; }
.note > * + * { margin-top: 6px; }
.note :is(pre, table) { max-width: 100%; overflow: auto; }
.note pre { white-space: pre-wrap; }
.note :is(th, td) { padding: 2px 8px; border: 1px solid var(--line); }
code { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, 'Noto Sans Mono', monospace; font-size: 0.92em; overflow-wrap: anywhere; }
footer { color: var(--dim); font-size: 0.85em; }
footer h2 { margin-top: 8px; color: var(--fg); }
.method ol { padding-left: 1.6em; }
.method p, .made { margin-top: 8px; overflow-wrap: anywhere; }
@media screen and (max-width: 760px) {
  main, footer { padding: 16px; }
  .areas-flow, .levels { grid-template-columns: minmax(0, 1fr); }
  .area-list :is(a, .line) { grid-template-columns: 1.2em minmax(0, 1fr) 70px 2.6em; }
  .area-list .coverage { grid-column: 2 / -1; }
  .grid .words { display: none; }
  .grid .title { width: 45%; }
}
@media screen and (max-width: 480px) {
  /* Too narrow for columns: the cells of a row stand in lines, each with its heading, figures in one. */
  .listing, .listing :is(tbody, tr, th, td) { display: block; padding: 0; border: 0; }
  .listing :is(thead, td:empty) { display: none; }
  .listing tr { padding: 6px 0; border-bottom: 1px solid var(--line); }
  .listing td::before { content: attr(data-label) '\\00a0\\00a0'; color: var(--dim); }
  .listing td.figure:not(:empty) { display: inline-block; margin-right: 1.2em; }
}
@media print {
  body { font-size: 9.5pt; line-height: 1.4; }
  main, footer { max-width: none; padding: 0; }
  .grid { font-size: 6.6pt; }
  .grid th, .grid td { padding: 2px 3px; }
  .areas-flow { grid-template-columns: minmax(0, 1fr) 250px; gap: 14px; }
  .area-list :is(a, .line) { grid-template-columns: 1.2em minmax(0, 1fr) 54px 2.6em 8.5em; font-size: 0.92em; }
  .grid-section, .services { break-before: page; }
  .service { break-inside: avoid; }
  .services + .services { break-before: auto; }
  h2 { margin-top: 22px; }
  .overview + article, article + article { break-before: page; }
  article + article, .overview + article { border-top: 0; padding-top: 0; margin-top: 0; }
  a { color: inherit; }
  a:not([href^='#']) { text-decoration: underline; text-underline-offset: 2px; }
  .reference { text-decoration: none !important; }
}
@media print {
  .heat-map { overflow: visible; font-size: 0.5em; }
  .heat-map .name { min-width: 6em; }
  .heat-map tfoot { display: table-row-group; }
}
.contents ul { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 2px 24px; padding: 0; list-style: none; }
.short .sentences { margin-top: 10px; max-width: 60em; }
.short:lang(ja) .sentences { max-width: 48em; }
.short .grid .words { display: none; }
.short .grid .title { width: 50%; }
.short .grid .area-row :is(th, td) { padding-top: 5px; }
.short .listing { margin-top: 6px; --air: 3px; }
.short .listing .figure { text-align: left; }
.short th[scope='row'] { font-weight: 400; }
.short th[scope='col'].figure { white-space: nowrap; }
.short .grid .row .cell { text-align: center; }
.short .grid .cell.target::after { border-width: 1.5px; }
.short .listed ul { margin-top: 4px; padding-left: 1.3em; }
.short .more { margin-top: 4px; color: var(--dim); font-size: 0.92em; }
.radar-baseline { stroke: var(--fg); }
@page across { size: A4 landscape; margin: 12mm 12mm 14mm; }
@media print {
  .short .grid-section { break-before: auto; }
  :is(article, section).short { font-size: 9pt; line-height: 1.3; }
  .short .grid { font-size: 7pt; border-spacing: 1px; line-height: 1.15; }
  .short .grid :is(th, td) { padding: 1px 4px; }
  .short .grid .area-row :is(th, td) { padding-top: 2px; }
  .short .grid .cell.target::after { border-width: 1px; }
  .short .scale-chart { max-height: 34px; }
  .short .listed h2, .short .areas h2, .short .grid-section h2 { margin: 6px 0 3px; }
  .short .area-list :is(a, .line) { padding: 1px 0; }
  .short .radar svg { max-height: 118px; margin: 0 auto; }
  .side-by-side { page: across; break-before: page; font-size: 9pt; line-height: 1.3; }
  .side-by-side .heat-map { clear: both; font-size: 7pt; line-height: 1.2; }
  .side-by-side .weak { float: left; width: 36%; margin: 0 0 8px; font-size: 8pt; }
  .side-by-side .weak + .weak { width: 62%; margin-left: 2%; }
  .one-page { display: grid; grid-template-columns: 51.5% minmax(0, 1fr); gap: 0 12px; align-items: start; }
  .one-page .grid { font-size: 6.5pt; }
  .one-page .grid .title { width: 59%; }
  .one-page .grid .gap { width: 3em; }
  .one-page .listing { font-size: 6.8pt; line-height: 1.2; --air: 2px; }
  .one-page .listing :is(th, td) { padding-right: 6px; overflow-wrap: break-word; }
  .one-page .changes-list { font-size: 7.5pt; line-height: 1.3; }
  .one-page .more { margin-top: 2px; font-size: 7pt; }
  .one-page .listed td .title { display: none; }
  .one-page .listing { margin-top: 2px; }
  .short:lang(ja) .sentences, .short .sentences { max-width: none; margin-top: 4px; }
  .short .summary h1 { font-size: 1.45em; }
  .short .summary .overall { margin: 2px 0; }
  .short .summary .overall .mean { font-size: 2em; }
  .short .areas-flow { grid-template-columns: minmax(0, 1fr) 210px; break-inside: auto; }
  .short .area-list :is(a, .line) { grid-template-columns: 1.2em minmax(0, 1fr) 44px 2.6em 12em; }
  footer .made { margin-top: 4px; font-size: 7.5pt; }
}
`;

/**
 * The title and the day in the margin of every printed page. Both are untrusted text in a style sheet, so each
 * character is written as an escape.
 */
export function runningTitle(title: string, day: string): string {
  const spelled = [...title].map((character) => `\\${(character.codePointAt(0) ?? 0x20).toString(16)} `).join('');
  const box = 'font: 7.5pt system-ui, sans-serif; color: #59636e;';
  return `@page {
  @top-left { content: '${spelled}'; ${box} }
  @bottom-left { content: '${day.replace(/[^\d-]/g, '')}'; ${box} }
  @bottom-right { content: counter(page) ' / ' counter(pages); ${box} }
}
`;
}
