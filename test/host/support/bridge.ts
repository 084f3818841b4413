/** Acts as the user does: clicks and keys go through Playwright, outside the extension host. */
import assert from 'node:assert/strict';

/** Does one action and gives its result; rejects with Playwright's own words. */
export async function act<T = unknown>(action: string, parameters: Record<string, unknown> = {}): Promise<T> {
  const answer = await fetch(process.env['PSIRT_TEST_BRIDGE'] ?? '', {
    method: 'POST',
    body: JSON.stringify({ action, ...parameters }),
  });
  const { result, error } = (await answer.json()) as { result: T; error?: string };
  if (error) throw new Error(`${action} ${JSON.stringify(parameters)}: ${error}`);
  return result;
}

/** Tells the panel in the side bar and that in an editor tab apart; a hidden one is still there. */
export const places = { sideBar: '.side-bar #psirt-panel', tab: '.tab #psirt-panel' } as const;

/** Waits until an element is to be seen in a panel. */
export function inPanel(selector: string, marker?: string): Promise<unknown> {
  return act('panel.waitFor', { selector, marker });
}

/** The value of an expression in the panel's page. */
export function evaluate<T>(expression: string, marker?: string): Promise<T> {
  return act<T>('panel.eval', { expression, marker });
}

/** Opens the details of a service in a panel: by the second click on its title, where the first does not show them. */
export async function openDetails(service: string, marker?: string): Promise<void> {
  const title = { selector: `[data-service="${service}"] .title`, marker };
  await act('panel.click', title);
  const shown = await evaluate<boolean>(`document.querySelector('[data-details="${service}"]') !== null`, marker);
  if (!shown) await act('panel.click', title);
  await inPanel(`[data-details="${service}"]`, marker);
}

/** Fails with what a look at a panel, or at some elements in it, finds wrong. */
export async function looksWell(checks: readonly string[], marker?: string, within?: string): Promise<void> {
  assert.deepEqual(await act<string[]>('panel.audit', { checks, marker, within }), []);
}
