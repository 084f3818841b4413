/** Node's `assert/strict`, as much of it as the tests of the web worker use: there it does not exist. */

function fail(message: string | undefined, fallback: string): never {
  throw new Error(message ?? fallback);
}

function ok(value: unknown, message?: string): asserts value {
  if (!value) fail(message, `${String(value)} is not truthy`);
}

function equal<T>(actual: unknown, expected: T, message?: string): asserts actual is T {
  if (!Object.is(actual, expected)) fail(message, `${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`);
}

/** For plain data. */
function deepEqual<T>(actual: unknown, expected: T, message?: string): asserts actual is T {
  equal(JSON.stringify(actual), JSON.stringify(expected), message);
}

function match(text: string, pattern: RegExp, message?: string): void {
  if (!pattern.test(text)) fail(message, `${JSON.stringify(text)} does not match ${pattern}`);
}

export default { ok, equal, deepEqual, match };
