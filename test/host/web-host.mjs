import { relative } from 'node:path';
import { openRun } from './browser-run.mjs';
import { ensureChromium, installBrowserHost } from './install.mjs';
import { root, webTestsModule } from './paths.mjs';
import { startServer } from './server.mjs';
import { temporaryFolder } from './temporary.mjs';
import { startWebProxy } from './web-proxy.mjs';

/** @typedef {import('./host.mjs').TestHost} TestHost */

/**
 * The browser-hosted VS Code with our extension in its web worker extension host, where there is no Node.js.
 * @param {string} [version] of `code-server`
 * @returns {Promise<TestHost>}
 */
export async function webHost(version) {
  const installed = await installBrowserHost({ version });
  const chromium = await ensureChromium();
  return {
    name: `the web worker of browser-hosted VS Code ${installed.vscodeVersion}`,
    async start({ language, workspace, env, scenario: { extensions, settings, place } }) {
      const dataDir = temporaryFolder('server');
      const server = await startServer({ ...installed, dataDir, language, settings });
      const folders = Object.fromEntries([root, ...extensions].map((path, index) => [`/devext${index}`, path]));
      const proxy = await startWebProxy({
        target: server.port,
        folders,
        tests: `/devext0/${relative(root, webTestsModule).replaceAll('\\', '/').replace(/\.js$/, '')}`,
        bridge: env.PSIRT_TEST_BRIDGE ?? '',
        environment: JSON.stringify(env),
      });
      const address = { port: proxy.port, folder: place ? place(workspace) : workspace };
      return openRun({ server, dataDir, chromium, language, address, stopAlso: proxy.stop });
    },
  };
}
