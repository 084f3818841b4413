/** Tooltips of elements whose accessible name says the same: they have a `title` only while the pointer is on them. */

/** Shows the tooltips of `named` elements (`views/named.ts`) in a page. */
export function showTooltips(root: HTMLElement): void {
  root.addEventListener('pointerover', ({ target }) => {
    const element = tipped(target);
    if (element?.dataset.tooltip) element.title = element.dataset.tooltip;
  });
  root.addEventListener('pointerout', ({ target }) => tipped(target)?.removeAttribute('title'));
}

function tipped(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-tooltip]') : null;
}
