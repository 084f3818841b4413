/**
 * Keeping citations right when files move: the edits that make an assessment cite the same documents at their new
 * places.
 */
import type { Assessment, Located } from '../assessment/assessment';
import { isSamePlace, linksTo, readingByText, readingsOf, type Home } from '../assessment/evidence/citation-paths';
import { findCited, type CitableFiles } from '../assessment/evidence/cited-document';
import { linkText } from '../assessment/evidence/links';
import { proven, type Change } from '../assessment/edit/proof';
import type { TextEdit } from '../assessment/yaml/text-edit';
import { entryOf, type Tree } from '../assessment/yaml/tree';

/** Files and folders that go from one absolute path to another, with all that lies below them. */
export class Moves {
  /** By the other place, in composed letters. */
  private readonly to = new Map<string, string>();
  private readonly from = new Map<string, string>();

  constructor(moves: Iterable<readonly [from: string, to: string]>) {
    for (const [from, to] of moves) {
      this.to.set(from.normalize(), to);
      this.from.set(to.normalize(), from);
    }
  }

  /** The names of what moves, before and after. */
  get names(): string[] {
    return [...this.to.keys(), ...this.from.keys()].map((place) => place.slice(place.lastIndexOf('/') + 1));
  }

  /** Whether something leaves a place, or comes to it. */
  concern(place: string): boolean {
    return mapped(place, this.to) !== undefined || mapped(place, this.from) !== undefined;
  }

  /** Where a place is after the moves. */
  after(place: string): string {
    return mapped(place, this.to) ?? place;
  }

  /**
   * What a place leads to after the moves is before them at the place given here; `undefined` for nothing, as it
   * moves away.
   */
  before(place: string): string | undefined {
    return mapped(place, this.from) ?? (mapped(place, this.to) === undefined ? place : undefined);
  }
}

function mapped(place: string, places: ReadonlyMap<string, string>): string | undefined {
  const composed = place.normalize();
  // Thousands of files may move at once: only what lies on the way is looked up.
  for (let end = composed.length; end > 0; end = composed.lastIndexOf('/', end - 1)) {
    const to = places.get(composed.slice(0, end));
    if (to !== undefined) return to + composed.slice(end);
  }
  return undefined;
}

/**
 * Whether a text may name a file in a link: as it is, in letters composed another way, percent-encoded or with
 * escapes.
 */
export function mayName(text: string, name: string): boolean {
  return /[\\%]/.test(text) || text.normalize().includes(name.normalize());
}

/** More names than these take longer to look for than a text to parse. */
const maximumNames = 100;

/**
 * Whether the text of an assessment at a place may cite what moves, which it then names, or moves along. Most need no
 * parsing to be left alone.
 */
export function mayConcern(moves: Moves, place: string, text: string): boolean {
  const { names } = moves;
  return names.length > maximumNames || moves.after(place) !== place || names.some((name) => mayName(text, name));
}

/**
 * An assessment that lived in one place, lives in another after moves, and may cite files that are looked up as they
 * were before.
 */
export interface Relocation {
  readonly before: Home;
  readonly after: Home;
  readonly moves: Moves;
  readonly files: CitableFiles<unknown>;
}

/**
 * The edits after which an assessment cites the documents it cited, at the places the moves took them to. None where
 * nothing changes, where no link leads to a document's new place (as it leaves the root, or other names are in the
 * way), and in files that cannot be read in full.
 */
export async function citationEdits(assessment: Assessment, relocation: Relocation): Promise<readonly TextEdit[]> {
  if (assessment.broken) return [];
  const edits: TextEdit[] = [];
  const changes: Change[] = [];
  for (const { id, value } of assessment.services.values()) {
    for (const { path, link, aliased } of linksIn(value)) {
      const renewal = await renewedLink(link.value, relocation);
      if (renewal === undefined) continue;
      changes.push({ path: ['services', id, ...path], value: renewal.link });
      // An alias is not a place to write a link: its anchor is.
      if (!aliased) edits.push(linkEdit(assessment.text, link, renewal));
    }
  }
  if (edits.length === 0) return [];
  const plan = proven(assessment, edits, changes);
  return 'edits' in plan ? plan.edits : [];
}

interface ListedLink {
  /** From the service to the link. */
  readonly path: readonly (string | number)[];
  readonly link: Located<string>;
  readonly aliased: boolean;
}

/** The links of a service's evidence and of that of its criteria, short and long. */
function linksIn(service: Tree): ListedLink[] {
  const criteria = entryOf(service, 'criteria')?.value;
  const entries = criteria?.kind === 'map' ? criteria.entries : [];
  // Of two with one key the first counts.
  const answers = entries.filter((entry) => entryOf(criteria, entry.key) === entry);
  return [...linksOf(service, []), ...answers.flatMap(({ key, value }) => linksOf(value, ['criteria', key]))];
}

/** The links listed as evidence of what stands at a path. */
function linksOf(owner: Tree, at: ListedLink['path']): ListedLink[] {
  const list = entryOf(owner, 'evidence')?.value;
  if (list?.kind !== 'list') return [];
  return list.items.flatMap((item, index) => {
    const scalar = item.kind === 'map' ? entryOf(item, 'link')?.value : item;
    if (scalar?.kind !== 'scalar' || typeof scalar.value !== 'string') return [];
    return [
      {
        path: [...at, 'evidence', index, ...(item.kind === 'map' ? ['link'] : [])],
        link: { value: scalar.value, span: scalar.span },
        aliased: scalar.aliased,
      },
    ];
  });
}

/** A link as it has to be, and the part behind its path, which stays. */
interface Renewal {
  readonly link: string;
  readonly tail: string;
}

/** A link as it has to be after the moves, or `undefined` when it may stay. */
async function renewedLink(link: string, { before, after, moves, files }: Relocation): Promise<Renewal | undefined> {
  const readings = readingsOf(before, link);
  if (before.file === after.file && !readings.some(({ place }) => moves.concern(place))) return undefined;
  const cited = (await findCited(before, link, files)) ?? readingByText(before, link);
  if (!cited) return undefined;
  const target = moves.after(cited.place);
  const leads = async (candidate: string) =>
    isSamePlace(target, (await placeOf(candidate, after, later(files, moves))) ?? '');
  if (await leads(link)) return undefined;
  const { path } = cited;
  const tail = link.slice(path.length);
  for (const renewal of linksTo(after, target, path.startsWith('/'))) {
    const prefix = path.startsWith('./') && !renewal.startsWith('.') ? './' : '';
    const candidate = `${prefix}${renewal}${path.endsWith('/') ? '/' : ''}${tail}`;
    if (await leads(candidate)) return { link: candidate, tail };
  }
  return undefined;
}

/** Where a link leads; where it leads to nothing, the place it names by its text. */
async function placeOf(link: string, home: Home, files: CitableFiles<unknown>): Promise<string | undefined> {
  return ((await findCited(home, link, files)) ?? readingByText(home, link))?.place;
}

/** The files as they are after the moves. */
function later(files: CitableFiles<unknown>, moves: Moves): CitableFiles<unknown> {
  return {
    find: async (place) => {
      const before = moves.before(place);
      return before === undefined ? undefined : files.find(before);
    },
    namesIn: async (folder) => files.namesIn(moves.before(folder) ?? folder),
  };
}

/** Only the part of the link that changes, where it stands in the text as it is; else the whole of it. */
function linkEdit(text: string, { value, span }: Located<string>, { link, tail }: Renewal): TextEdit {
  const raw = text.slice(span.start, span.end);
  const quote = /^["']/.exec(raw)?.[0] ?? '';
  const verbatim = raw === `${quote}${value}${quote}`;
  const fits = quote ? !/["'\\]/.test(link) : linkText(link) === link;
  if (!verbatim || !fits) return { span, newText: linkText(link) };
  const start = span.start + quote.length;
  return {
    span: { start, end: start + value.length - tail.length },
    newText: link.slice(0, link.length - tail.length),
  };
}
