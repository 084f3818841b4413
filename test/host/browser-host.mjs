import { openWorkbench, workbenchUrl } from './browser.mjs';
import { ensureChromium, installBrowserHost } from './install.mjs';
import { installPackage } from './packaged.mjs';
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
    async start({ language, workspace, env, settings, packaged }) {
      const dataDir = temporaryFolder('server');
      const { serverMain, node } = installed;
      const subject = packaged ? installPackage(packaged, (args) => [node, [serverMain, '--accept-server-license-terms', ...args]]) : { development: root };
      const { extensionsDir } = subject;
      const server = await startServer({ ...installed, dataDir, extensionsDir, language, env, settings });
      const url = workbenchUrl({ port: server.port, folder: workspace, extension: subject.development, tests: testsModule });
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
