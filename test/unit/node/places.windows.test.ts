import assert from 'node:assert/strict';
import { onWindows } from '../../support/on-windows';

interface Module {
  fileAt(place: string): string;
  placeOf(path: string): string;
  fileInside(place: string, folder: string): string | undefined;
}

/** Windows finds a file by any letter case, and without the dots and spaces at the end of a name. */
const stored = ['C:\\repo', 'C:\\repo\\docs', 'C:\\repo\\docs\\Charter.md'];
const plain = (path: string): string => path.replace(/[. ]+(?=\\|$)/g, '').toLowerCase();
const native = (path: string): string => {
  const found = stored.find((one) => plain(one) === plain(path));
  if (found === undefined) throw new Error('nothing there');
  return found;
};

describe('places on Windows', () => {
  const { fileAt, placeOf, fileInside } = onWindows<Module>('node/places.ts', {
    realpathSync: Object.assign(native, { native }),
  });

  it('are paths with drives or servers, and back', () => {
    for (const path of ['C:\\repo\\a.md', 'C:\\']) assert.equal(fileAt(placeOf(path)), path);
    assert.equal(placeOf('C:\\repo\\a.md'), '/C:/repo/a.md');
    assert.equal(fileAt('/c:/repo/a.md'), 'c:\\repo\\a.md');
    assert.equal(fileAt(placeOf('\\\\server\\share\\a.md')), '\\\\server\\share\\a.md');
  });

  it('have the name that is written, as on systems that tell letter case and ends apart', () => {
    assert.equal(fileInside('/C:/repo/docs/Charter.md', 'C:\\repo'), 'C:\\repo\\docs\\Charter.md');
    assert.equal(fileInside('/c:/Repo/docs/Charter.md', 'c:\\Repo'), 'C:\\repo\\docs\\Charter.md');
    for (const path of [
      'docs/charter.md',
      'Docs/Charter.md',
      'docs/Charter.md.',
      'docs/Charter.md ',
      'docs./Charter.md',
    ])
      assert.equal(fileInside(`/C:/repo/${path}`, 'C:\\repo'), undefined, path);
  });
});
