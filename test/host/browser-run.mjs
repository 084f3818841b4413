import { openWorkbench, workbenchUrl } from './browser.mjs';
import { keepFolder } from './temporary.mjs';

/** @typedef {import('./host.mjs').Run} Run */

/**
 * Opens a server's workbench, in which the tests then run.
 * @param {object} options
 * @param {import('./server.mjs').Server} options.server
 * @param {string} options.dataDir where the server keeps its data
 * @param {string} options.chromium
 * @param {import('./settings.mjs').Language} options.language
 * @param {Parameters<typeof workbenchUrl>[0]} options.address
 * @param {() => Promise<void>} [options.stopAlso] stops what stands between browser and server
 * @returns {Promise<Run>}
 */
export async function openRun({ server, dataDir, chromium, language, address, stopAlso }) {
  const workbench = await openWorkbench({
    chromium,
    url: workbenchUrl(address),
    locale: language === 'ja' ? 'ja-JP' : 'en-US',
  });
  return {
    log: server.log,
    page: async () => workbench.page,
    exit: Promise.race([workbench.exit, server.failed]),
    async stop() {
      await workbench.close();
      await stopAlso?.();
      await server.stop();
    },
    keep: () => keepFolder(dataDir),
  };
}
