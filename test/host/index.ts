/** Runs the host tests with Mocha inside the extension host. */

/** The most that a failure shows of what it compared, in characters: a whole report would hide all other failures. */
const longestMessage = 1500;

/** What to run: a package is tried where nothing else is installed, all the rest runs on the source folder. */
const suites: Record<string, () => Promise<unknown>> = {
  package: () => import('./suites/installed.test'),
  plain: () => import('./suites/all'),
  restricted: () => import('./scenarios/restricted.test'),
  virtual: () => import('./scenarios/virtual.test'),
  folders: () => import('./scenarios/folders.test'),
  empty: () => import('./scenarios/empty.test'),
  reload: () => import('./scenarios/reload.test'),
  activation: () => import('./scenarios/activation.test'),
  many: () => import('./scenarios/many.test'),
  'very-many': () => import('./scenarios/many.test'),
  large: () => import('./scenarios/large.test'),
  coexistence: () => import('./scenarios/coexistence.test'),
};

/** Resolves when all tests pass, rejects when some fail. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 120_000,
    color: false,
    reporter: 'spec',
    reporterOptions: { maxDiffSize: longestMessage },
    grep: process.env['PSIRT_TEST_GREP'] || undefined,
  });
  mocha.suite.emit('pre-require', globalThis, 'host', mocha);
  const name = process.env['PSIRT_TEST_PACKAGE'] ? 'package' : (process.env['PSIRT_TEST_SCENARIO'] ?? 'plain');
  const suite = suites[name];
  if (!suite) throw new Error(`There is no suite for ${name}.`);
  await suite();
  const failures = await new Promise<number>((resolve) => {
    mocha.run(resolve).on('fail', (_, error: Partial<Error>) => {
      shorten(error);
      // The reporter says it at the end, which a run that is broken off does not reach.
      console.log(error.message);
    });
  });
  if (failures > 0) throw new Error(`${failures} host tests failed`);
}

/** Cuts what the reporter shows of a failure in the end. */
function shorten(error: Partial<Error>): void {
  const { message = '', stack = '' } = error;
  if (message.length <= longestMessage) return;
  const short = `${message.slice(0, longestMessage)}… (${message.length} characters)`;
  error.message = short;
  error.stack = stack.replace(message, () => short);
}
