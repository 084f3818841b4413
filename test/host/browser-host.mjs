import { openRun } from './browser-run.mjs';
import { ensureChromium, installBrowserHost } from './install.mjs';
import { installFolders, installPackage } from './packaged.mjs';
import { root, testsModule } from './paths.mjs';
import { startServer } from './server.mjs';
import { temporaryFolder } from './temporary.mjs';

/** @typedef {import('./host.mjs').TestHost} TestHost */

/**
 * The browser-hosted VS Code as a host for the tests.
 * @param {string} [version] of `code-server`
 * @returns {Promise<TestHost>}
 */
export async function browserHost(version) {
  const installed = await installBrowserHost({ version });
  const chromium = await ensureChromium();
  return {
    name: `browser-hosted VS Code ${installed.vscodeVersion}`,
    async start({ language, workspace, env, scenario: { extensions, settings, place }, packaged }) {
      const dataDir = temporaryFolder('server');
      const { serverMain, node } = installed;
      const command = (/** @type {string[]} */ args) =>
        /** @type {[string, string[]]} */ ([node, [serverMain, '--accept-server-license-terms', ...args]]);
      const { development, extensionsDir } = packaged
        ? installPackage(packaged, command)
        : { development: root, extensionsDir: installFolders(extensions) };
      const surroundings = { ...env, PSIRT_TEST_DATA: dataDir };
      const server = await startServer({ ...installed, dataDir, extensionsDir, language, env: surroundings, settings });
      const address = {
        port: server.port,
        folder: place ? place(workspace) : workspace,
        extension: development,
        tests: testsModule,
      };
      return openRun({ server, dataDir, chromium, language, address });
    },
  };
}
