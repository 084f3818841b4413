import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathInRepository } from '../../../src/node/workspace-root';
import { allScored, Session } from '../../support/session';

describe('the path of an assessment in its repository', () => {
  let session: Session;
  const at = (...path: string[]) => join(session.folder, ...path);
  beforeEach(() => {
    session = new Session().write({
      'ws/app/.git/HEAD': '',
      'ws/app/security/x.psirt.yaml': allScored(2),
      'ws/loose.psirt.yaml': '',
    });
    symlinkSync(join('ws', 'app'), at('link'));
  });
  afterEach(() => session.remove());

  it('is the same from every folder and through every link', () => {
    for (const [cwd, path] of [
      ['ws', 'app/security/x.psirt.yaml'],
      ['ws/app', 'security/x.psirt.yaml'],
      ['ws/app/security', 'x.psirt.yaml'],
      ['link/security', './x.psirt.yaml'],
      ['.', 'link/security/x.psirt.yaml'],
      ['ws', at('link', 'security', 'x.psirt.yaml')],
    ] as const) {
      assert.equal(pathInRepository(path, at(cwd)), 'security/x.psirt.yaml', `${path} in ${cwd}`);
    }
  });

  it('is the one a link in the repository leads to, or of the link, where that leads elsewhere', () => {
    symlinkSync(join('security', 'x.psirt.yaml'), at('ws', 'app', 'latest.psirt.yaml'));
    symlinkSync(join('..', 'loose.psirt.yaml'), at('ws', 'app', 'loose.psirt.yaml'));
    assert.equal(pathInRepository('latest.psirt.yaml', at('ws', 'app')), 'security/x.psirt.yaml');
    assert.equal(pathInRepository('loose.psirt.yaml', at('ws', 'app')), 'loose.psirt.yaml');
  });

  it('starts at the current folder, or at the top, where there is no repository', () => {
    assert.equal(pathInRepository('loose.psirt.yaml', at('ws')), 'loose.psirt.yaml');
    assert.equal(pathInRepository('../loose.psirt.yaml', at('ws', 'app')), at('ws', 'loose.psirt.yaml'));
    assert.equal(pathInRepository('-', at('ws')), '-');
  });

  it('is what SARIF and annotations name', async () => {
    for (const [folder, path] of [
      ['ws', 'app/security'],
      ['link', at('link', 'security')],
    ] as const) {
      const print = async (format: string) =>
        (await session.run(['check', path, '--format', format, '--rule=missing-score=off'], { folder })).stdout;
      session.write({ 'ws/app/security/x.psirt.yaml': 'services: { "9.9": 1 }\n' });
      assert.match(await print('sarif'), /"uri": "security\/x\.psirt\.yaml"/);
      assert.match(await print('github'), /^::error file=security\/x\.psirt\.yaml,/m);
    }
  });
});
