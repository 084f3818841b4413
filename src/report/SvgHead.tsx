import type { JSX } from 'preact';
import { colours } from './view-style';

const style = `svg { ${colours.light} color: var(--fg); font-family: system-ui, -apple-system, 'Segoe UI', Roboto, 'Hiragino Sans', Meiryo, 'Noto Sans CJK JP', sans-serif; }
@media (prefers-color-scheme: dark) { svg { ${colours.dark} } }
.radar-id { display: none; }
.radar-score { stroke: var(--accent); }
.radar-score:not([fill='none']), .radar-dot { fill: var(--accent); }`;

interface Props {
  readonly title: string;
  readonly description?: string;
}

/** What a picture is called, for those who hear it, and its colours. */
export function SvgHead({ title, description }: Props): JSX.Element {
  return (
    <>
      <title>{title}</title>
      {description && <desc>{description}</desc>}
      <style dangerouslySetInnerHTML={{ __html: style }} />
    </>
  );
}
