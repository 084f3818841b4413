/** Addresses as clients give them: most are of files, any may be of something else, or of nothing. */
import { URI } from 'vscode-uri';

/** An address read; `undefined` for what is none. */
export function addressOf(uri: string): URI | undefined {
  try {
    return URI.parse(uri, true);
  } catch {
    return undefined;
  }
}

/** Whether an address is that of a folder, or of something below it. */
export function isBelow(uri: URI, folder: URI): boolean {
  const top = folder.path.replace(/\/$/, '');
  return isSameSystem(uri, folder) && (uri.path === top || uri.path.startsWith(`${top}/`));
}

export function isSameSystem(a: URI, b: URI): boolean {
  return a.scheme === b.scheme && a.authority === b.authority;
}

/** The folder something is in. */
export function folderOf(uri: URI): URI {
  return uri.with({ path: uri.path.slice(0, uri.path.lastIndexOf('/')) || '/', query: '', fragment: '' });
}
