/** The sources of requirements that matter for an assessment in the editor. */
import * as vscode from 'vscode';
import type { Assessment } from '../../assessment/assessment';
import { isCrosswalkPath } from '../../assessment/model';
import type { Source } from '../../crosswalk/source';
import type { Translate } from '../../messages/messages';
import type { Sheet } from '../../sheet/sheet';

interface Words {
  readonly sheet: Sheet;
  readonly t: Translate;
}

/**
 * The sources that the assessment names, or else the setting; all of the product's own where neither names any. A file
 * that is not there, or holds mistakes, is left out: it has problems of its own.
 */
export async function sourcesFor(
  { crosswalk }: Pick<Assessment, 'crosswalk'>,
  uri: vscode.Uri,
  { sheet, t }: Words,
): Promise<readonly Source[]> {
  const [{ builtInSources }, { chosenSources }] = await Promise.all([
    import('../../crosswalk/built-in'),
    import('../../language/requirements'),
  ]);
  const setting = vscode.workspace.getConfiguration('psirtMaturity', uri).get<unknown>('crosswalk', []);
  const named = Array.isArray(setting) ? setting.filter((id) => typeof id === 'string') : [];
  const files = await Promise.all(crosswalk.filter(isCrosswalkPath).map((path) => ownSource(path, uri, sheet)));
  const own = files.flatMap((source) => source ?? []);
  return chosenSources([...builtInSources(t.language), ...own], [...crosswalk, ...own.map(({ id }) => id)], named);
}

/** More is no list that anybody wrote. */
const largestFile = 1024 * 1024;

/** The source in a file beside the assessment, within its workspace folder. */
async function ownSource(path: string, assessment: vscode.Uri, sheet: Sheet): Promise<Source | undefined> {
  const root = vscode.workspace.getWorkspaceFolder(assessment)?.uri ?? vscode.Uri.joinPath(assessment, '..');
  const [{ resolvePath }, { parseCrosswalk }] = await Promise.all([
    import('../../assessment/evidence/citation-paths'),
    import('../../crosswalk/read-own'),
  ]);
  const place = resolvePath({ file: assessment.path, root: root.path }, path);
  if (place === undefined) return undefined;
  try {
    const uri = assessment.with({ path: place });
    const { size, type } = await vscode.workspace.fs.stat(uri);
    if (size > largestFile || !(type & vscode.FileType.File)) return undefined;
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await vscode.workspace.fs.readFile(uri));
    const { source, issues } = parseCrosswalk(text, sheet);
    return issues.length ? undefined : source;
  } catch {
    return undefined;
  }
}
