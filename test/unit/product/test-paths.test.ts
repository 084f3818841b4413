/** Where tests lie, so that whoever knows a source file finds its tests, and the other way round. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../support/root';

const unit = join(root, 'test', 'unit');
const isTest = (path: string) => /\.test\.tsx?$/.test(path);

/** The paths below a folder of the project that are files, with `/`. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
}

/** The source a test is of: `report/formats.hostile.test.ts` tests what is hostile to `src/report/formats.ts`. */
const sourceOf = (test: string) => test.replace(/(\.[\w-]+)?\.test\.tsx?$/, '');

describe('The folders of the tests', () => {
  const files = filesBelow(unit);

  it('have each test under the path of the source it tests, or with those of the whole product', () => {
    const astray = files.filter(isTest).filter((test) => {
      const source = join(root, 'src', sourceOf(test));
      return !test.startsWith('product/') && !existsSync(`${source}.ts`) && !existsSync(`${source}.tsx`);
    });
    assert.deepEqual(astray, []);
  });

  it('hold nothing between the tests but data: what tests share is in test/support', () => {
    assert.deepEqual(
      files.filter((file) => /\.[cm]?[jt]sx?$/.test(file) && !isTest(file)),
      [],
    );
    const ofHost = ['suites', 'scenarios'].flatMap((folder) => filesBelow(join(root, 'test', 'host', folder)));
    assert.deepEqual(
      ofHost.filter((file) => !isTest(file)),
      ['all.ts'],
    );
    assert.deepEqual(filesBelow(join(root, 'test', 'support')).filter(isTest), []);
  });
});
