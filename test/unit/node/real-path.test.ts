import assert from 'node:assert/strict';
import { onWindows } from '../../support/on-windows';

interface Module {
  storedName(file: string): string;
}

describe('the name of a file on Windows', () => {
  const native = (path: string): string =>
    path.replace(/router\.psirt\.yaml$/i, 'Router.psirt.yaml').replace(/link$/, 'file');
  const { storedName } = onWindows<Module>('node/real-path.ts', {
    realpathSync: Object.assign(native, { native }),
  });

  it('is the one the folder has, which git knows it by, however it is typed', () => {
    assert.equal(storedName('C:\\repo\\ROUTER.psirt.yaml'), 'Router.psirt.yaml');
    assert.equal(storedName('C:\\repo\\camera.psirt.yaml'), 'camera.psirt.yaml');
  });

  it('is that of a link, not of the file it leads to', () => {
    assert.equal(storedName('C:\\repo\\link'), 'link');
  });
});
