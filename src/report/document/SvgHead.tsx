import type { JSX } from 'preact';
import { dark, light, type Palette } from './view-style';

/**
 * The fonts of pictures. Programs other than browsers use the first name only, installed or not: this font supports
 * Japanese, and is common on such machines.
 */
export const font = "'Noto Sans CJK JP', system-ui, 'Segoe UI', Roboto, 'Hiragino Sans', Meiryo, sans-serif";

/**
 * Classes that colour shapes. They contain literal colours, with the dark ones in a media query: programs other than
 * browsers (librsvg, resvg, CairoSVG, Inkscape) support neither variables nor media queries, and show the light ones.
 */
const rules = `${rulesOf(light)}
svg { font-family: ${font}; }
@media (prefers-color-scheme: dark) {
${rulesOf(dark)}
}
.radar-id { display: none; }
.radar-score[fill='none'] { fill: none; }`;

function rulesOf({ parts, levels }: Palette): string {
  const fills = (['fg', 'dim', 'plate', 'on-level'] as const).map((name) => [name, parts[name]]);
  const strokes = (['fg', 'line', 'hatch', 'on-level'] as const).map((name) => [name, parts[name]]);
  const levelFills = levels.map((colour, level) => [`level-${level}`, colour]);
  return [
    ...[...fills, ...levelFills].map(([name, colour]) => `.fill-${name} { fill: ${colour}; }`),
    ...strokes.map(([name, colour]) => `.stroke-${name} { stroke: ${colour}; }`),
    `.radar-name { fill: ${parts.fg}; } .radar-web, .radar-target { stroke: ${parts.fg}; }`,
    `.radar-score, .radar-dot { fill: ${parts.accent}; } .radar-score { stroke: ${parts.accent}; }`,
  ].join('\n');
}

interface Props {
  readonly title: string;
  readonly description?: string;
}

/** The accessible name and the colours of a picture. */
export function SvgHead({ title, description }: Props): JSX.Element {
  return (
    <>
      <title>{title}</title>
      {description && <desc>{description}</desc>}
      <style dangerouslySetInnerHTML={{ __html: rules }} />
    </>
  );
}
