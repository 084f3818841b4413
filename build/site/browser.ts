/** The search field of the pages. The texts are loaded when it is first used; from a disk as well, so by a script. */
import { searchOf, type Section } from './search';

declare global {
  /** What the file of sections sets. */
  var siteSections: readonly Section[] | undefined;
}

const most = 20;
// What scrolls can be reached by keyboard, also in browsers that do not see to it.
for (const block of document.querySelectorAll<HTMLElement>('pre, .table'))
  if (block.scrollWidth > block.clientWidth) block.tabIndex = 0;

// The list of pages is longer than a screen: the one that is read is in its middle.
const current = document.querySelector<HTMLElement>('nav [aria-current]');
const list = current?.closest('nav');
if (current && list) list.scrollTop = current.offsetTop - list.clientHeight / 2;

const form = document.querySelector<HTMLFormElement>('form.search');
if (form) start(form);
// Where there is one column, the list of pages would stand before the text.
if (matchMedia('(max-width: 55rem)').matches) document.querySelector('details.pages')?.removeAttribute('open');

function start(search: HTMLFormElement): void {
  const field = search.querySelector('input') as HTMLInputElement;
  const results = search.querySelector('.results') as HTMLElement;
  const status = search.querySelector('[role=status]') as HTMLElement;
  const { root = '', sections = '', found = '', nothing = '' } = search.dataset;
  let find: ReturnType<typeof searchOf> | undefined;
  search.hidden = false;

  const show = () => {
    const query = field.value.trim();
    if (!find || !query) return void close();
    const all = find(query);
    status.textContent = all.length ? found.replace('{count}', String(all.length)) : nothing;
    results.replaceChildren(list(all.slice(0, most), query));
    results.hidden = false;
  };
  const close = () => {
    results.hidden = true;
    status.textContent = '';
  };
  const list = (shown: readonly Section[], query: string) => {
    const items = document.createElement('ol');
    items.append(...shown.map((section) => item(section, root, query)));
    return items;
  };

  field.addEventListener('focus', () => void load(root + sections).then((all) => ((find ??= searchOf(all)), show())));
  field.addEventListener('input', show);
  search.addEventListener('submit', (event) => {
    event.preventDefault();
    results.querySelector('a')?.click();
  });
  search.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') (field.focus(), close());
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || results.hidden) return;
    event.preventDefault();
    const places: HTMLElement[] = [field, ...results.querySelectorAll('a')];
    places.at((places.indexOf(document.activeElement as HTMLElement) + step) % places.length)?.focus();
  });
  search.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget && !search.contains(relatedTarget as Node)) close();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.target === field) return;
    event.preventDefault();
    field.focus();
  });
}

/** The sections of a file; it is read once. */
function load(address: string): Promise<readonly Section[]> {
  if (globalThis.siteSections) return Promise.resolve(globalThis.siteSections);
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.addEventListener('load', () => resolve(globalThis.siteSections ?? []));
    script.addEventListener('error', reject);
    document.head.append(script);
  });
}

function item({ page, heading, address, text }: Section, root: string, query: string): HTMLElement {
  const link = document.createElement('a');
  link.href = root + address;
  link.append(
    paragraph('title', heading === page ? page : `${page} › ${heading}`),
    paragraph('excerpt', excerpt(text, query)),
  );
  const entry = document.createElement('li');
  entry.append(link);
  return entry;
}

function paragraph(name: string, text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = name;
  element.textContent = text;
  return element;
}

/** The surroundings of the query, or else of its first word, or else the beginning. */
function excerpt(text: string, query: string): string {
  const lower = text.toLowerCase();
  const places = [query, ...query.split(/\s+/)].map((words) => lower.indexOf(words.toLowerCase()));
  const start = Math.max(0, (places.find((place) => place >= 0) ?? 0) - 40);
  return `${start > 0 ? '…' : ''}${text.slice(start, start + 160)}${text.length > start + 160 ? '…' : ''}`;
}
