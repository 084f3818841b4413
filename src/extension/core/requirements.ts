/** The sources of requirements that matter for an assessment in the editor. */
import * as vscode from 'vscode';
import type { Assessment } from '../../assessment/assessment';
import type { Source } from '../../crosswalk/source';
import type { Language } from '../../messages/messages';

/** The product's own sources that the assessment names, or else the setting; all where neither names any. */
export async function sourcesFor(
  { crosswalk }: Pick<Assessment, 'crosswalk'>,
  uri: vscode.Uri,
  language: Language,
): Promise<readonly Source[]> {
  const [{ builtInSources }, { chosenSources }] = await Promise.all([
    import('../../crosswalk/built-in'),
    import('../../language/requirements'),
  ]);
  const setting = vscode.workspace.getConfiguration('psirtMaturity', uri).get<unknown>('crosswalk', []);
  const named = Array.isArray(setting) ? setting.filter((id) => typeof id === 'string') : [];
  return chosenSources(builtInSources(language), crosswalk, named);
}
