/**
 * Files dropped on a row, on a service's details, or on a criterion, are cited there. VS Code keeps drags that start in
 * its own window away from webviews unless Shift is held; files from elsewhere have no address here, so only its own
 * drags count.
 */
import type { Callbacks } from '../views/props';

/** What stands for a service, and where something may be dropped. */
const services = '[data-service], [data-details], [data-step]';
const places = '[data-criterion], [data-service], [data-details]';

/** What VS Code's Explorer puts on a drag, the more telling first. */
const types = ['application/vnd.code.uri-list', 'text/uri-list'];

/** Marks the place under the pointer and hands on what is dropped there. */
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

/** The addresses of a list of them, without its comments. */
function urisOf(data: DataTransfer | null): string[] {
  const list = types.map((type) => data?.getData(type) ?? '').find((text) => text !== '') ?? '';
  return list.split(/[\r\n]+/).filter((line) => line !== '' && !line.startsWith('#'));
}
