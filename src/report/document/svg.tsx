/** Pictures for documents and web pages: standalone SVG, in colours for light and dark backgrounds. */
import { render } from 'preact-render-to-string';
import { printableMarkup } from '../../messages/printable';
import { ours, type Printable } from '../../messages/safe-text';
import { assessmentView } from '../../views/assessment-view';
import { RadarPicture } from '../../views/Radar';
import { Badge } from './Badge';
import { signatureTexts } from './signatures';
import { GridPicture } from './GridPicture';
import type { ReportInput } from '../report';
import { titleOf } from './report-words';
import { SvgHead } from './SvgHead';

/** An SVG document of the first assessment, ending with `\n`. Throws when there is none. */
export async function svgReport({ checked, sheet, t, picture }: ReportInput): Promise<Printable> {
  const [first] = checked;
  if (!first) throw new Error('There is no assessment to draw');
  const name = titleOf(first, t);
  const { assessment, scored } = first;
  if (picture === 'badge') {
    const signatures = signatureTexts(assessment, t);
    return document(<Badge name={name} aggregate={scored.overall} signatures={signatures} t={t} />);
  }
  if (picture === 'grid') return document(<GridPicture name={name} sheet={sheet} scored={scored} t={t} />);
  const view = await assessmentView(first);
  return document(
    <RadarPicture sheet={sheet} view={view} t={t}>
      <SvgHead title={`${name}: ${t('view.radar')}`} />
      <rect class="fill-plate" width="100%" height="100%" />
    </RadarPicture>,
  );
}

function document(picture: Parameters<typeof render>[0]): Printable {
  return ours`${printableMarkup(render(picture))}\n`;
}
