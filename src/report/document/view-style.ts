/**
 * The style of views as pictures: in reports, in Markdown previews and alone. Colours come from variables, with one set
 * for light and one for dark backgrounds; both meet WCAG AA.
 */

/** The coloured parts, apart from the levels. */
type Part = 'fg' | 'dim' | 'plate' | 'link' | 'accent' | 'line' | 'soft' | 'hatch' | 'on-level';

/** Colours for a light or dark background, as literals, since not every program supports variables. */
export interface Palette {
  readonly parts: Readonly<Record<Part, string>>;
  /** The colours of levels 0 to 5. */
  readonly levels: readonly string[];
  /** The share of a level's colour in the cells below that level. */
  readonly tint: string;
}

export const light: Palette = {
  parts: {
    fg: '#1f2328',
    dim: '#59636e',
    plate: '#fff',
    link: '#0b5cad',
    accent: '#0b5cad',

    line: '#d1d9e0',
    soft: '#f6f8fa',
    hatch: '#8b949e',
    'on-level': '#fff',
  },
  levels: ['#b3303a', '#a6541a', '#806200', '#3d7a26', '#0b7568', '#1c66b0'],
  tint: '12%',
};

export const dark: Palette = {
  parts: {
    fg: '#e6edf3',
    dim: '#9ba6b2',
    plate: '#14181d',
    link: '#79b8ff',
    accent: '#79b8ff',

    line: '#3b444e',
    soft: '#1d232a',
    hatch: '#77818c',
    'on-level': '#161616',
  },
  levels: ['#f28b88', '#eda266', '#d9b84f', '#97c96e', '#5cc7ae', '#6cb8f0'],
  tint: '16%',
};

function levels(colours: readonly string[], onLevel: string, tint: string): string {
  return `${colours.map((colour, level) => `--level-${level}: ${colour};`).join(' ')} --on-level: ${onLevel}; --tint: ${tint};`;
}

function levelsOf({ parts, levels: colours, tint }: Palette): string {
  return levels(colours, parts['on-level'], tint);
}

function declarations(palette: Palette): string {
  const { 'on-level': _, ...parts } = palette.parts;
  return `${Object.entries(parts)
    .map(([name, colour]) => `--${name}: ${colour};`)
    .join(' ')} ${levelsOf(palette)}`;
}

/** CSS declarations of the levels' colours, for light and dark backgrounds. */
export const levelColours = { light: levelsOf(light), dark: levelsOf(dark) };

/** CSS declarations of all colours, for our own pages. */
export const colours = { light: declarations(light), dark: declarations(dark) };

/** Styles for colours imposed by the system: these have one colour for all levels, so lines replace tints. */
export const imposedColours = `@media (forced-colors: active) {
:root { forced-color-adjust: none; --fg: CanvasText; --dim: CanvasText; --plate: Canvas; --link: LinkText; --accent: LinkText; --line: CanvasText; --soft: Canvas; --hatch: CanvasText; ${levels(
  light.levels.map(() => 'CanvasText'),
  'Canvas',
  '0%',
)} }
.grid .row .cell.passed { box-shadow: inset 0 -3px 0 var(--fg); }
.grid .cell.target:not(.scored)::after { inset: 1px; border-color: var(--fg); }
}`;

/** CSS rules for summary, areas, radar, grid and plan; they affect no other elements. */
export const viewRules = `
${light.levels.map((_, level) => `.level-${level}, .score-${level} { --level: var(--level-${level}); }`).join('\n')}
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.id { color: var(--dim); font-variant-numeric: tabular-nums; }

.summary h1 { margin: 0; font-size: 1.6em; line-height: 1.25; overflow-wrap: anywhere; }
.summary .meta { margin: 2px 0 0; color: var(--dim); }
.summary .overall { display: flex; flex-wrap: wrap; align-items: center; gap: 2px 16px; margin: 8px 0 4px; }
.summary .overall .mean { margin: 0; font-size: 2.4em; font-weight: 300; line-height: 1.15; font-variant-numeric: tabular-nums; }
.summary .overall small { font-size: 0.4em; color: var(--dim); }
.summary .overall .facts { margin: 0; padding: 0; color: var(--dim); }
.summary .overall .facts li { display: inline; }
.facts .strong { color: var(--fg); font-weight: 600; }
.scale-chart { display: block; overflow: visible; max-width: 640px; }
.scale text { fill: var(--dim); }
.scale .tick { fill: var(--hatch); }
.track { fill: var(--fg); opacity: 0.12; }
.band { fill: var(--level-3); opacity: 1; }
.mean-mark { fill: var(--fg); stroke: var(--plate); stroke-width: 1; paint-order: stroke; }
.target-mark { stroke: var(--fg); }
.legend { display: flex; flex-wrap: wrap; gap: 0 16px; margin: 2px 0 0; padding: 0; list-style: none; color: var(--dim); font-size: 0.85em; }
.legend li { display: flex; align-items: center; gap: 5px; margin: 0; }

.area-list { min-width: 0; margin: 0; padding: 0; list-style: none; }
.area-list li { margin: 0; }
.area-list :is(a, .line) { display: grid; grid-template-columns: 1.2em minmax(0, 1fr) minmax(50px, 110px) 2.6em 11.5em; gap: 8px; align-items: center; padding: 3px 0; color: var(--fg); text-decoration: none; line-height: 1.3; }
.area-list .bar { width: 100%; overflow: visible; }
.area-list .fill { fill: var(--accent); }
.area-list .mean { font-weight: 600; text-align: right; font-variant-numeric: tabular-nums; }
.area-list .coverage { color: var(--dim); font-size: 0.85em; }
.area-list .coverage-short { display: none; }

.radar svg { display: block; max-width: 100%; height: auto; }
.radar-id { display: none; }
.radar text { fill: var(--fg); }
.radar-web { stroke: var(--fg); stroke-opacity: 0.3; }
.radar-score { stroke: var(--accent); }
.radar-score:not([fill='none']) { fill: var(--accent); }
.radar-dot { fill: var(--accent); }
.radar-target { stroke: var(--fg); }

.grid { display: table; width: 100%; table-layout: fixed; border-collapse: separate; border-spacing: 2px; font-size: 0.8em; line-height: 1.25; }
.grid th, .grid td { padding: 4px 5px; border: 0; background: none; text-align: left; vertical-align: top; overflow-wrap: anywhere; font-weight: 400; }
.grid tr { background: none; border: 0; break-inside: avoid; }
.grid .header th { color: var(--dim); }
.grid .title { width: 21%; }
.grid .gap { width: 3.6em; text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; color: var(--dim); }
.grid .area-row th, .grid .area-row td { padding-top: 10px; border-bottom: 1px solid var(--line); font-weight: 600; }
.grid .area-row { break-after: avoid; }
.grid .area-mean { text-align: right; font-variant-numeric: tabular-nums; overflow: visible; overflow-wrap: normal; }
.grid .area-mean .facts, .grid .now { display: none; }
.grid .cell { position: relative; color: var(--dim); }
.grid .header .cell, .grid .header .gap { position: static; }
.grid .row .cell { border: 1px solid var(--line); border-radius: 2px; }
.grid .number { font-weight: 600; }
.grid .row .cell.passed { background: color-mix(in srgb, var(--level) var(--tint), transparent); color: var(--fg); }
.grid .row .cell.undescribed:not(.scored) { background-image: repeating-linear-gradient(135deg, var(--hatch) 0 1px, transparent 1px 5px); }
.grid .row .cell.meaningless:not(.scored) > * { visibility: hidden; }
.grid .row .cell.undescribed:not(.scored, .meaningless) > * { background: var(--plate); }
.grid .row .cell.scored { background-color: var(--level); border-color: var(--level); color: var(--on-level); }
.grid .cell.target::after { content: ''; position: absolute; inset: -1px; border: 2px dashed color-mix(in srgb, var(--fg) 72%, transparent); border-radius: 2px; pointer-events: none; }
.grid .cell.scored.target::after { inset: 1px; border-color: var(--on-level); }
.grid .gap.short { color: var(--fg); font-weight: 600; }
.grid .reason { color: var(--dim); font-style: italic; }
.grid .reason:lang(ja) { font-style: normal; }
.grid .excluded .title, .grid .out-of-scope .title { color: var(--dim); }

.plan-view h2 { margin: 18px 0 6px; font-size: 1.1em; }
.plan-view > :first-child, .way h2 { margin-top: 0; }
.way { padding: 8px 14px; border: 1px solid var(--line); border-radius: 3px; }
.way p { margin: 4px 0; }
.steps { display: flex; flex-wrap: wrap; gap: 4px 6px; margin: 6px 0 0; padding: 0; list-style: none; }
.steps li { margin: 0; padding: 1px 9px; border: 1px solid var(--line); border-radius: 12px; }
.climb { font-weight: 600; font-variant-numeric: tabular-nums; white-space: nowrap; }
.gaps { margin: 0; padding: 0; list-style: none; }
.planned { margin: 0; padding: 8px 2px; border-bottom: 1px solid var(--line); break-inside: avoid; }
.planned h3, .planned p { margin: 0; }
.planned h3 { font-size: 1em; }
.planned .state { color: var(--dim); font-size: 0.92em; overflow-wrap: anywhere; }
.planned .statement { margin: 6px 0; }
.planned summary { padding: 2px 0; cursor: pointer; }
.advice { color: var(--dim); }
.statement { padding-left: 10px; border-left: 3px solid var(--level); }
.level-summary { font-weight: 600; }
.description > * { margin: 4px 0 0; }
.description ul { padding-left: 1.3em; list-style: disc; }
.reference { font-size: 0.85em; white-space: nowrap; }
.record-facts { color: var(--dim); font-size: 0.92em; }
.plan { margin: 4px 0 0; padding: 0; list-style: none; }
.plan li { display: flex; gap: 7px; margin: 3px 0 0; }
.box { position: relative; flex: none; width: 12px; height: 12px; margin-top: 4px; border: 1px solid currentColor; border-radius: 2px; }
.done .box::after { content: ''; position: absolute; left: 3px; top: 0; width: 4px; height: 7px; border: solid currentColor; border-width: 0 1.5px 1.5px 0; rotate: 45deg; }

.trend-chart { margin: 0; min-width: 0; break-inside: avoid; }
.trend-chart figcaption { display: flex; justify-content: space-between; gap: 8px; margin-bottom: 4px; line-height: 1.25; }
.trend-chart.large { padding-left: 16px; }
.trend-chart.large figcaption { font-weight: 600; }
.trend-chart .change { white-space: nowrap; font-variant-numeric: tabular-nums; }
.trend-plot { overflow: visible; }
.trend-plot .band { fill: var(--level-3); opacity: 0.25; }
.trend-mean { stroke: var(--accent); }
.trend-dot { fill: var(--accent); }
.trend-days { display: flex; justify-content: space-between; margin: 0; color: var(--dim); font-size: 0.85em; }
.trend-areas { display: grid; grid-template-columns: repeat(auto-fill, minmax(200px, 1fr)); gap: 14px 20px; margin-top: 14px; padding-left: 16px; align-items: end; }
.trend-table { margin-top: 12px; overflow-x: auto; }
.trend-table table, .heat-map table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
.trend-table :is(th, td) { padding: 2px 8px; border-bottom: 1px solid var(--line); text-align: right; }

.roll-up > * { margin-top: 10px; }
.roll-up h2 { font-size: 1em; }
.weak ul { margin: 4px 0 0; padding-left: 1.3em; }
.heat-map { overflow: auto; font-size: 0.74em; }
.heat-map :is(th, td) { min-width: 1.8em; padding: 2px 1px; border: 1px solid var(--plate); text-align: center; font-weight: 400; }
.heat-map .name { min-width: 8em; text-align: left; }
.heat-map .area-name { max-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; border-bottom-color: var(--line); text-align: left; }
.heat-map abbr { text-decoration: none; }
.heat-map td[class*='score-'] { background: var(--level); color: var(--on-level); }
.heat-map td.below { text-decoration: underline; text-underline-offset: 2px; font-weight: 700; }
.heat-map tr { break-inside: avoid; }
`;
