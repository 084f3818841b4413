/** Files in SARIF. */
import type { Translate } from '../../messages/messages';

/** The symbolic root of relative addresses; many consumers know this name. */
export const rootId = '%SRCROOT%';

interface ArtifactLocation {
  readonly uri?: string;
  readonly uriBaseId?: string;
  readonly description?: { readonly text: string };
}

/**
 * The percent-encoded address of a file: relative paths refer to the root, absolute ones are complete. Standard input
 * has none.
 */
export function artifactLocation(path: string, t: Translate): ArtifactLocation {
  if (path === '-') return { description: { text: t('report.standard-input') } };
  // An unpaired surrogate, which Windows allows in a name, cannot be encoded.
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
