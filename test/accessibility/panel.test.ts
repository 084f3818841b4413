/** The panel in the narrowest places, and in the colours of the system. */
import assert from 'node:assert/strict';
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { languages, type Language } from '../../src/messages/messages';
import { Panel } from '../../src/webview/Panel';
import { after as stateAfter, file, texts } from '../support/panel-state';
import { root } from '../support/root';
import { live } from '../support/views';
import { coloursOf } from './colours';
import { stage } from './stage';

/** From the narrowest side bar that VS Code allows to where all names are whole; some are where the style changes. */
const widths = [170, 239, 240, 247, 259, 260, 299, 300, 319, 320, 400, 460, 600];
const style = readFileSync(join(root, 'media', 'panel.css'), 'utf8');
const services = ['"1.1": { score: 2, note: Since May }'];

/** The page of a state, with some of what VS Code adds. */
function pageOf(tab: 'grid' | 'overview', language: Language, theme: 'light' | 'dark' = 'light'): string {
  const state = stateAfter(texts(language), file(services), { type: 'tab', tab });
  const [plate, ink] = theme === 'light' ? ['#fff', '#222'] : ['#181818', '#ddd'];
  return `<!DOCTYPE html><html lang="${language}"><style>${style}
    :root { --vscode-font-family: system-ui, sans-serif; --vscode-font-size: 13px; --vscode-foreground: ${ink};
      --vscode-editor-background: ${plate}; --vscode-input-background: ${plate}; --vscode-input-foreground: ${ink}; }
    </style><body class="vscode-${theme}"><div id="psirt-panel">${render(
      h(Panel, { state, on: live, send: () => {} }),
    )}</div></body></html>`;
}

interface Control {
  readonly name: string;
  /** Its text does not fit in. */
  readonly isCut: boolean;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What can be clicked in the line of the tabs. */
function controlsOf(page: Page): Promise<Control[]> {
  return page.locator('.bar-line :is(button, input, select):visible').evaluateAll((controls) =>
    controls.map((control) => {
      const { left, right, top, bottom } = control.getBoundingClientRect();
      const { textContent, scrollWidth, clientWidth } = control;
      return {
        name: textContent,
        isCut: control.matches('[role=tab]') && scrollWidth > clientWidth,
        left,
        right,
        top,
        bottom,
      };
    }),
  );
}

/** Whether two controls share more than a line between pixels. */
function meet(one: Control, other: Control): boolean {
  const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return wide > 0.5 && high > 0.5;
}

describe('the panel', function () {
  this.timeout(60_000);
  const on = stage();

  for (const language of languages) {
    it(`has the names of its tabs whole and apart from the tools, however narrow it is: ${language}`, async () => {
      await on.page.setContent(pageOf('grid', language));
      for (const width of widths) {
        await on.page.setViewportSize({ width, height: 500 });
        const controls = await controlsOf(on.page);
        const cut = controls.filter(({ isCut }) => isCut).map(({ name }) => name);
        const met = controls.filter(
          (one, index) => one.right > width || controls.slice(index + 1).some((other) => meet(one, other)),
        );
        assert.deepEqual({ width, cut, met }, { width, cut: [], met: [] });
      }
    });
  }

  it('shows the name of a control as a tooltip to the pointer, and does not have it as a description otherwise', async () => {
    const { outputFiles } = await build({
      entryPoints: [join(root, 'src', 'webview', 'tooltips.ts')],
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'tooltips',
    });
    await on.page.setContent(pageOf('grid', 'en'));
    await on.page.addScriptTag({ content: outputFiles[0]?.text });
    await on.page.evaluate('tooltips.showTooltips(document.body)');
    const toggle = on.page.locator('.details-toggle');
    assert.equal(await toggle.getAttribute('title'), null);
    await toggle.locator('path').hover();
    assert.equal(await toggle.getAttribute('title'), await toggle.getAttribute('aria-label'));
    await on.page.locator('#tab-plan').hover();
    assert.equal(await toggle.getAttribute('title'), null);
  });

  for (const theme of ['light', 'dark'] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`shows the sign for choosing a day: theme ${theme}, colours of the system, ${colorScheme}`, async () => {
        await on.page.setContent(pageOf('overview', 'en', theme));
        await on.page.emulateMedia({ forcedColors: 'active', colorScheme });
        const { x, y, width, height } = (await on.page.locator('input[type=date]').first().boundingBox())!;
        const clip = { x: x + width - 19, y: y + height / 2 - 5, width: 10, height: 10 };
        const sign = await coloursOf(on.page, await on.page.screenshot({ clip }));
        assert.ok(sign.size > 1, 'it is not one plain square');
        assert.ok(sign.get(theme === 'light' ? 0xffffff : 0x181818), 'it is on the ground of its field');
      });
    }
  }
});
