/** Renders a view of an assessment as HTML, for previews of Markdown documents. */
import { render } from 'preact-render-to-string';
import { isScorable } from '../../assessment/scorable';
import type { FenceView } from '../../language/fence';
import type { Translate } from '../../messages/messages';
import { printableMarkup } from '../../messages/printable';
import type { Sheet } from '../../sheet/sheet';
import { assessmentView } from '../../views/assessment-view';
import { FencedView } from './FencedView';
import type { Checked } from '../check/result';

/** A message in place of a view, as HTML. */
export function fenceMessage(text: string): string {
  return printableMarkup(render(<p class="psirt-message">{text}</p>));
}

/** The HTML of a view; text from the file is escaped. */
export async function fencedView(
  name: FenceView,
  file: Pick<Checked, 'assessment' | 'scored' | 'path'>,
  sheet: Sheet,
  t: Translate,
): Promise<string> {
  if (!isScorable(file.assessment)) return fenceMessage(t('fence.unjudged', { path: file.path }));
  const view = await assessmentView(file);
  return printableMarkup(render(<FencedView name={name} fileName={file.path} sheet={sheet} view={view} t={t} />));
}
