/** File names that Windows does not keep as they are written. */
import { parse } from 'node:path';

/** Names of devices, with any extension: `aux.psirt.yaml` is one as well. */
const device = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[\d¹²³])[ ]*(\.|:|$)/i;

/**
 * Whether Windows takes a path for something else than a file of that name: a device, a stream of another file, or a
 * name without the dots and spaces at its end.
 */
export function isOtherOnWindows(path: string): boolean {
  const names = path.slice(parse(path).root.length).split(/[\\/]/);
  // No name can have these; a colon leads to a stream of another file (`a:b`).
  const impossible = /[<>:"|?*]|\p{Cc}/u;
  return names.some(
    (name) => !/^\.{0,2}$/.test(name) && (device.test(name) || /[. ]$/.test(name) || impossible.test(name)),
  );
}
