/** Parses addresses from clients: most are of files, some of other schemes, some invalid. */
import { URI } from 'vscode-uri';

/** A parsed address; `undefined` for an invalid one. */
export function addressOf(uri: string): URI | undefined {
  try {
    return URI.parse(uri, true);
  } catch {
    return undefined;
  }
}

/** Whether an address is that of a folder, or below it. */
export function isBelow(uri: URI, folder: URI): boolean {
  const top = folder.path.replace(/\/$/, '');
  return isSameSystem(uri, folder) && (uri.path === top || uri.path.startsWith(`${top}/`));
}

export function isSameSystem(a: URI, b: URI): boolean {
  return a.scheme === b.scheme && a.authority === b.authority;
}

/** The folder that contains an address. */
export function folderOf(uri: URI): URI {
  return uri.with({ path: uri.path.slice(0, uri.path.lastIndexOf('/')) || '/', query: '', fragment: '' });
}
