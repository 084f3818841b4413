import { openWorkbench, workbenchUrl } from './browser.mjs';
import { ensureChromium, installBrowserHost } from './install.mjs';
import { installFolders, installPackage } from './packaged.mjs';
import { root, testsModule } from './paths.mjs';
import { startServer } from './server.mjs';
import { keepFolder, temporaryFolder } from './temporary.mjs';

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
    async start({ language, workspace, env, scenario: { extensions, settings, folder = workspace }, packaged }) {
      const dataDir = temporaryFolder('server');
      const { serverMain, node } = installed;
      const command = (/** @type {string[]} */ args) => /** @type {[string, string[]]} */ ([node, [serverMain, '--accept-server-license-terms', ...args]]);
      const { development, extensionsDir } = packaged ? installPackage(packaged, command) : { development: root, extensionsDir: installFolders(extensions) };
      const server = await startServer({ ...installed, dataDir, extensionsDir, language, env, settings });
      const url = workbenchUrl({ port: server.port, folder, extension: development, tests: testsModule });
      const workbench = await openWorkbench({ chromium, url, locale: language === 'ja' ? 'ja-JP' : 'en-US' });
      return {
        log: server.log,
        page: async () => workbench.page,
        exit: Promise.race([workbench.exit, server.failed]),
        async stop() {
          await workbench.close();
          await server.stop();
        },
        keep: () => keepFolder(dataDir),
      };
    },
  };
}
