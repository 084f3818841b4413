/** Runs the tests of the main path with Mocha's browser build inside the web worker extension host. */
import * as vscode from 'vscode';
import 'mocha/mocha';

/** Resolves when all tests pass, rejects when some fail. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension('psirt-maturity.psirt-maturity');
  if (!extension) throw new Error('The extension is not in the web worker extension host.');
  // The proxy that serves the extension answers what environment variables say elsewhere: the build puts this in their
  // place.
  const atProxy = (path: string) => extension.extensionUri.with({ path }).toString();
  const environment = (await (await fetch(atProxy('/environment.json'))).json()) as Record<string, string>;
  globalThis.testEnvironment = { ...environment, PSIRT_TEST_BRIDGE: atProxy('/bridge') };
  mocha.setup({
    ui: 'bdd',
    timeout: 60_000,
    color: false,
    reporter: 'spec',
    grep: globalThis.testEnvironment['PSIRT_TEST_GREP'] || undefined,
  });
  await import('./web.test');
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} host tests failed`);
}

declare global {
  var testEnvironment: Record<string, string>;
}
