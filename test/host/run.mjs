// The tests inside a real VS Code: npm run test:host -- [--host=auto|desktop|browser|web] [--scenario=NAME[,NAME…]]
// [--lang=en|ja|both] [--grep=TEXT] [--vscode=VERSION] [--package=FILE.vsix] [--pictures]. The host `web` is the
// browser-hosted VS Code with everything in its web worker; pictures to be looked at lie in .vscode-test/pictures/.
import { cpSync, existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { screenshot, startBridge } from './bridge.mjs';
import { chooseHost } from './host.mjs';
import { testsModule, workspaceTemplate } from './paths.mjs';
import { scenarios } from './scenarios.mjs';
import { temporaryFolder } from './temporary.mjs';

/** @typedef {import('./host.mjs').TestHost} TestHost */
/** @typedef {import('./host.mjs').Run} Run */
/** @typedef {import('./settings.mjs').Language} Language */

/** What is under way, for the one who has to break it off. @type {Run | undefined} */
let underWay;

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
process.exit();

/** @returns {Promise<number>} the exit code */
async function main() {
  const { host: wanted, chosen, languages, vscode, minutes, ...rest } = readOptions();
  if (!existsSync(testsModule))
    throw new Error(`There is no ${testsModule}: build with "node esbuild.mjs --tests" first.`);
  const host = await chooseHost(wanted, vscode);
  const outOfTime = setTimeout(() => breakOff(minutes), minutes * 60_000);
  let worst = 0;
  for (const scenario of chosen) {
    for (const language of languages) worst = Math.max(worst, await runTests(host, { scenario, language, ...rest }));
  }
  clearTimeout(outOfTime);
  return worst;
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      host: { type: 'string', default: 'auto' },
      scenario: { type: 'string', default: 'plain' },
      lang: { type: 'string', default: 'both' },
      grep: { type: 'string', default: '' },
      vscode: { type: 'string' },
      minutes: { type: 'string', default: '20' },
      package: { type: 'string' },
      pictures: { type: 'boolean', default: false },
    },
  });
  const chosen = values.scenario.split(',').map((name) => oneOf('--scenario', name, Object.keys(scenarios)));
  const plain = chosen.every((name) => name === 'plain');
  const host = oneOf('--host', values.host, /** @type {const} */ (['auto', 'desktop', 'browser', 'web']));
  const lang = oneOf('--lang', values.lang, /** @type {const} */ (['en', 'ja', 'both']));
  /** @type {Language[]} */
  const languages = lang === 'both' ? ['en', 'ja'] : [lang];
  const packaged = values.package && resolve(values.package);
  // A desktop VS Code under test always trusts, and takes no addresses of folders from us.
  if (!plain && host === 'desktop') throw new Error('Scenarios other than "plain" need --host=browser or --host=web.');
  return {
    host: plain || host === 'web' ? host : 'browser',
    chosen,
    languages,
    grep: values.grep,
    vscode: values.vscode,
    minutes: Number(values.minutes),
    packaged,
    pictures: values.pictures,
  };
}

/**
 * @template {string} T
 * @param {string} option
 * @param {string} value
 * @param {readonly T[]} values
 * @returns {T}
 */
function oneOf(option, value, values) {
  const found = values.find((candidate) => candidate === value);
  if (!found) throw new Error(`${option} is one of ${values.join(', ')}, not "${value}".`);
  return found;
}

/**
 * Runs the tests once, on a fresh copy of the workspace.
 * @param {TestHost} host
 * @param {object} options
 * @param {string} options.scenario
 * @param {Language} options.language
 * @param {string} options.grep
 * @param {boolean} options.pictures whether to take pictures to be looked at
 * @param {string} [options.packaged] a package to test in place of the source folder
 * @returns {Promise<number>} the exit code
 */
async function runTests(host, { scenario: name, language, grep, pictures, packaged }) {
  const scenario = scenarios[name] ?? { extensions: [], settings: {} };
  console.log(
    `\nDisplay language: ${language}${name === 'plain' ? '' : `, scenario: ${name}`}${packaged ? `, installed from ${basename(packaged)}` : ''}`,
  );
  const workspace = temporaryFolder('workspace');
  const template = workspaceTemplate();
  if (template) cpSync(template, workspace, { recursive: true });
  /** @type {(run: Promise<Run>) => void} */
  let started = () => {};
  /** @type {Promise<Run>} */
  const run = new Promise((resolve) => (started = resolve));
  const bridge = await startBridge(async () => (await run).page(), pictures);
  const env = {
    PSIRT_TEST_BRIDGE: bridge.url,
    PSIRT_TEST_WORKSPACE: workspace,
    PSIRT_TEST_LANG: language,
    PSIRT_TEST_GREP: grep,
    PSIRT_TEST_PACKAGE: packaged ?? '',
    PSIRT_TEST_SCENARIO: name,
  };
  try {
    started(host.start({ language, workspace, env, scenario, packaged }));
    return await outcome(await run, language);
  } finally {
    bridge.close();
  }
}

/**
 * @param {Run} run
 * @param {Language} language
 * @returns {Promise<number>}
 */
async function outcome(run, language) {
  underWay = run;
  try {
    if ((await run.exit) === 0) return 0;
    await keepTraces(run, 'Tests failed.', `failed-${language}.png`);
    return 1;
  } finally {
    underWay = undefined;
    await run.stop();
  }
}

/** @param {number} minutes */
async function breakOff(minutes) {
  const message = `The tests did not end within ${minutes} minutes: broken off.`;
  if (underWay) await keepTraces(underWay, message, 'timeout.png');
  else console.error(message);
  await underWay?.stop();
  process.exit(1);
}

/**
 * Says what went wrong, and where to look.
 * @param {Run} run
 * @param {string} message
 * @param {string} file for a picture of the window
 */
async function keepTraces(run, message, file) {
  run.keep();
  const picture = await run
    .page()
    .then((page) => screenshot(page, file))
    .catch((error) => `none (${error.message.split('\n')[0]})`);
  console.error(`${message} Picture: ${picture}. The editor's log: ${run.log}`);
}
