/** The attributes that give an element its accessible name and its tooltip. */
interface Named {
  readonly 'aria-label': string;
  readonly 'data-tooltip': string;
}

/**
 * Names an element of a live view, and gives it a tooltip that says the same or a part of it. Not as a `title`: beside
 * an `aria-label` that is the element's description (HTML Accessibility API Mappings, "Accessible Name and Description
 * Computation"), and screen readers would say it after the name. `webview/tooltips.ts` shows it to the pointer.
 */
export function named(name: string, tooltip = name): Named {
  return { 'aria-label': name, 'data-tooltip': tooltip };
}
