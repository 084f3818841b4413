/**
 * Cites files that are dropped on a row, on a service's details, or on a criterion. VS Code keeps drags from its own
 * window away from webviews unless Shift is held; files from outside have no address here, so only VS Code's own drags
 * count.
 */
import type { Callbacks } from '../views/props';

/** The elements of a service on which files may be dropped. */
const services = '[data-service], [data-details], [data-step]';
const places = '[data-criterion], [data-service], [data-details]';

/** The data types of a drag from VS Code's Explorer, the more informative first. */
const types = ['application/vnd.code.uri-list', 'text/uri-list'];

/** Highlights the element under the pointer, and passes on what is dropped there. */
export function acceptDrops(root: HTMLElement, cite: Callbacks['cite']): void {
  const mark = (place: HTMLElement | null): void => {
    root
      .querySelectorAll<HTMLElement>('[data-drop]')
      .forEach((marked) => marked !== place && delete marked.dataset.drop);
    if (place) place.dataset.drop = '';
  };
  root.addEventListener('dragover', (event) => {
    const place = placeOf(event);
    mark(place);
    if (!place || !event.dataTransfer) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
  });
  root.addEventListener('dragleave', ({ relatedTarget }) => relatedTarget === null && mark(null));
  root.addEventListener('drop', (event) => {
    const place = placeOf(event);
    mark(null);
    const uris = urisOf(event.dataTransfer);
    const { service, details, step } = place?.closest<HTMLElement>(services)?.dataset ?? {};
    const cited = service ?? details ?? step;
    if (!cited || uris.length === 0) return;
    event.preventDefault();
    cite(cited, uris, place?.dataset.criterion);
  });
}

function placeOf({ target, dataTransfer }: DragEvent): HTMLElement | null {
  const carries = types.some((type) => dataTransfer?.types.includes(type));
  return carries && target instanceof Element ? target.closest<HTMLElement>(places) : null;
}

/** The addresses in a URI list, without its comments. */
function urisOf(data: DataTransfer | null): string[] {
  const list = types.map((type) => data?.getData(type) ?? '').find((text) => text !== '') ?? '';
  return list.split(/[\r\n]+/).filter((line) => line !== '' && !line.startsWith('#'));
}
