/** Files as SARIF names them. */
import type { Translate } from '../../messages/messages';

/** Stands for the folder relative addresses start from: many consumers know this name. */
export const rootId = '%SRCROOT%';

interface ArtifactLocation {
  readonly uri?: string;
  readonly uriBaseId?: string;
  readonly description?: { readonly text: string };
}

/**
 * The address of a file: relative paths belong to the root, absolute ones stand for themselves. Percent-encoded.
 * Standard input has none.
 */
export function artifactLocation(path: string, t: Translate): ArtifactLocation {
  if (path === '-') return { description: { text: t('report.standard-input') } };
  // Half a surrogate pair, which Windows allows in a name, has no encoding.
  const segments = path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  if (path.startsWith('//')) return { uri: `file:${segments}` };
  if (path.startsWith('/')) return { uri: `file://${segments}` };
  if (/^[A-Za-z]:\//.test(path)) return { uri: `file:///${path.slice(0, 2)}${segments.slice(segments.indexOf('/'))}` };
  return { uri: segments, uriBaseId: rootId };
}
