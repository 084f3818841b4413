import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** @typedef {import('playwright-core').Frame} Frame */

/**
 * What can be looked at: `axe` is axe-core; all others are in `in-page.js`. @typedef {'axe' | 'faintTexts' |
 * 'faintMarks' | 'faintRings' | 'cutOff' | 'overlaps' | 'moving'} Check
 */

const sources = [
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  new URL('in-page.js', import.meta.url),
].map((file) => readFileSync(file, 'utf8'));

/** Targets of 24 px or enough room around them are asked for by WCAG 2.2, but not by axe-core unless told to. */
const axeOptions = { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } };

/**
 * Looks at a page as people with weak sight and programs that read aloud do.
 * @param {Pick<Frame, 'evaluate'>} frame
 * @param {object} options
 * @param {readonly Check[]} options.checks
 * @param {string} [options.within] the elements to look at, all if not given
 * @returns {Promise<string[]>} what is wrong, a sentence each
 */
export async function audit(frame, { checks, within = 'body' }) {
  if (!(await frame.evaluate('"psirtAudit" in globalThis'))) await frame.evaluate(`${sources.join(';\n')}; undefined`);
  return frame.evaluate(`(async () => {
    // A target within text may be as high as its line, which in the editor is what its settings say.
    const inEditor = getComputedStyle(document.documentElement).getPropertyValue('--vscode-editor-background') !== '';
    const isTerm = ({ html }) => inEditor && html.includes('glossary-term');
    const described = ({ id, nodes }) => nodes.filter((node) => id !== 'target-size' || !isTerm(node)).slice(0, 3).map(({ html, failureSummary }) => id + ': ' + html.slice(0, 200) + ' ' + failureSummary);
    const axeFinds = async () => (await axe.run(${JSON.stringify(within)}, ${JSON.stringify(axeOptions)})).violations.flatMap(described);
    const roots = [...document.querySelectorAll(${JSON.stringify(within)})];
    // A webview shows the editor through where it paints nothing; so it has to be painted for whoever looks at styles
    // alone.
    if (getComputedStyle(document.documentElement).getPropertyValue('--vscode-editor-background')) document.documentElement.style.backgroundColor = 'var(--vscode-editor-background)';
    psirtAudit.begin();
    const looks = ${JSON.stringify(checks)}.map((check) => (check === 'axe' ? axeFinds() : roots.flatMap((root) => psirtAudit[check](root).map((found) => check + ': ' + found))));
    return (await Promise.all(looks)).flat();
  })()`);
}
