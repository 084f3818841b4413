/** Stands in the extension for the library that packs workbooks: its workers for large ones do not exist in every host. */
import { strToU8, zipSync } from '../node_modules/fflate/esm/browser.js';

export { strToU8, zipSync };

export function zip(files, callback) {
  callback(null, zipSync(files));
}
