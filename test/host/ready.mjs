// Installs what the host tests need and does not find, so that several runs may then start at the same time.
import { chooseHost } from './host.mjs';
import { ensureChromium, ensureRsvg } from './install.mjs';

for (const host of /** @type {const} */ (['auto', 'browser', 'web'])) await chooseHost(host);
await ensureChromium();
ensureRsvg();
