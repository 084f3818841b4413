/** @typedef {import('playwright-core').Page} Page */

/** @type {WeakMap<Page, string[]>} */
const seen = new WeakMap();

/**
 * Writes down from now on what the browser says of content security policies that were violated, in whatever frame of a
 * page.
 * @param {Page} page
 */
export function watchPolicies(page) {
  const violations = seen.get(page) ?? [];
  if (!seen.has(page))
    page.on(
      'console',
      (message) =>
        /Content Security Policy/i.test(message.text()) &&
        violations.push(`${message.location().url}: ${message.text()}`),
    );
  seen.set(page, violations);
}

/**
 * What was written down and not taken yet.
 * @param {Page} page
 * @returns {string[]}
 */
export function takeViolations(page) {
  return seen.get(page)?.splice(0) ?? [];
}
