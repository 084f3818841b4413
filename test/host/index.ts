/** Runs the host tests with Mocha inside the extension host. */
/** Resolves when all tests pass, rejects when some fail. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, color: false, reporter: 'spec', grep: process.env['PSIRT_TEST_GREP'] || undefined });
  mocha.suite.emit('pre-require', globalThis, 'host', mocha);
  // A package is tried where nothing else is installed; all the rest runs on the source folder.
  await (process.env['PSIRT_TEST_PACKAGE'] ? import('./suites/installed.test') : import('./suites/all'));
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} host tests failed`);
}
