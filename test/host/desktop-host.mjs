import { join } from 'node:path';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { chromium } from 'playwright-core';
import { installPackage } from './packaged.mjs';
import { cache, root, testsModule } from './paths.mjs';
import { watchPolicies } from './policy-violations.mjs';
import { freePort } from './server.mjs';
import { displayLanguage, writeSettings } from './settings.mjs';
import { keepFolder, temporaryFolder } from './temporary.mjs';

/** @typedef {import('./host.mjs').TestHost} TestHost */
/** @typedef {{ browser: import('playwright-core').Browser, page: import('playwright-core').Page }} Attached */

/**
 * A desktop VS Code as a host for the tests.
 * @param {string} executable the program itself, not its `code` command
 * @returns {TestHost}
 */
export function desktopHost(executable) {
  return {
    name: `desktop VS Code at ${executable}`,
    async start({ language, workspace, env, scenario, packaged }) {
      const userData = temporaryFolder('desktop');
      const port = await freePort();
      const [command, ...first] = resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true });
      const subject = packaged
        ? installPackage(packaged, (args) => [command ?? executable, [...first, ...args]])
        : { development: root };
      writeSettings(join(userData, 'User', 'settings.json'), scenario.settings);
      let running = true;
      const exit = runTests({
        vscodeExecutablePath: executable,
        extensionDevelopmentPath: subject.development,
        extensionTestsPath: testsModule,
        extensionTestsEnv: env,
        launchArgs: [
          workspace,
          ...displayLanguage(userData, language),
          ...launchArguments(userData, port, subject.extensionsDir),
        ],
      })
        .catch((error) => error.code ?? 1)
        .finally(() => (running = false));
      /** @type {Promise<Attached> | undefined} */
      let attached;
      return {
        log: join(userData, 'logs'),
        page: async () => (await (attached ??= attach(port))).page,
        exit,
        async stop() {
          await attached?.then(({ browser }) => browser.close()).catch(() => {});
          // `runTests` gives no handle of its editor, but ends it when we are interrupted.
          if (running) process.emit('SIGINT');
          await exit;
        },
        keep: () => keepFolder(userData),
      };
    },
  };
}

/**
 * Downloads a desktop VS Code, or takes the one downloaded before.
 * @param {string} [version]
 * @returns {Promise<string>} the path of its program
 */
export function downloadDesktop(version = 'stable') {
  return downloadAndUnzipVSCode({ version, cachePath: cache });
}

/**
 * @param {string} userData
 * @param {number} port for remote debugging, which Playwright attaches to
 * @param {string} [extensionsDir] where the extension under test is installed; without it no installed extension runs
 */
function launchArguments(userData, port, extensionsDir) {
  return [
    '--user-data-dir',
    userData,
    '--extensions-dir',
    extensionsDir ?? join(userData, 'extensions'),
    ...(extensionsDir ? [] : ['--disable-extensions']),

    '--disable-telemetry',
    `--remote-debugging-port=${port}`,
  ];
}

/**
 * Attaches to the editor's window. Asked for from inside the extension host, so the window is there.
 * @param {number} port
 * @returns {Promise<Attached>}
 */
async function attach(port) {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
  const pages = browser.contexts().flatMap((context) => context.pages());
  const page = pages.find((candidate) => candidate.url().includes('workbench'));
  if (!page) throw new Error(`No window of VS Code among ${pages.length} pages.`);
  watchPolicies(page);
  return { browser, page };
}
