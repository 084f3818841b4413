/** Tests that need rights, pipes, devices or a shell as on Unix; on Windows they are skipped, and say so. */

const isWindows = process.platform === 'win32';
const why = '(not on Windows, which has no such rights, pipes or shells)';

/** `it` on Unix. */
export function itOnUnix(title: string, test: (this: Mocha.Context) => Promise<void> | void): void {
  if (isWindows) it.skip(`${title} ${why}`);
  else it(title, test);
}

/** `describe` on Unix. */
export function describeOnUnix(title: string, suite: (this: Mocha.Suite) => void): void {
  if (isWindows) describe.skip(`${title} ${why}`, suite);
  else describe(title, suite);
}
