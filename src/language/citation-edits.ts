/**
 * Keeps citations valid when files move: the edits that make an assessment cite the same documents at their new places.
 */
import type { Assessment, Located } from '../assessment/assessment';
import { isSamePlace, linksTo, readingByText, readingsOf, type Home } from '../assessment/evidence/citation-paths';
import { findCited, type CitableFiles } from '../assessment/evidence/cited-document';
import { linkText } from '../assessment/evidence/links';
import { proven, type Change } from '../assessment/edit/proof';
import type { TextEdit } from '../assessment/yaml/text-edit';
import { entryOf, type Tree } from '../assessment/yaml/tree';

/** Moves of files and folders between absolute paths; contents of folders move along. */
export class Moves {
  /** The reverse direction: old places by new ones, in composed Unicode form. */
  private readonly to = new Map<string, string>();
  private readonly from = new Map<string, string>();

  constructor(moves: Iterable<readonly [from: string, to: string]>) {
    for (const [from, to] of moves) {
      this.to.set(from.normalize(), to);
      this.from.set(to.normalize(), from);
    }
  }

  /** The old and new names of what moves. */
  get names(): string[] {
    return [...this.to.keys(), ...this.from.keys()].map((place) => place.slice(place.lastIndexOf('/') + 1));
  }

  /** Whether something moves away from a place, or to it. */
  concern(place: string): boolean {
    return mapped(place, this.to) !== undefined || mapped(place, this.from) !== undefined;
  }

  /** The place after the moves. */
  after(place: string): string {
    return mapped(place, this.to) ?? place;
  }

  /**
   * The place, before the moves, of what a place leads to after them; `undefined` where nothing is left after a move
   * away.
   */
  before(place: string): string | undefined {
    return mapped(place, this.from) ?? (mapped(place, this.to) === undefined ? place : undefined);
  }
}

function mapped(place: string, places: ReadonlyMap<string, string>): string | undefined {
  const composed = place.normalize();
  // Thousands of files may move at once, so only the place and the folders above it are looked up.
  for (let end = composed.length; end > 0; end = composed.lastIndexOf('/', end - 1)) {
    const to = places.get(composed.slice(0, end));
    if (to !== undefined) return to + composed.slice(end);
  }
  return undefined;
}

/**
 * Whether a text may name a file in a link: literally, in another Unicode composition, percent-encoded or with YAML
 * escapes.
 */
export function mayName(text: string, name: string): boolean {
  return /[\\%]/.test(text) || text.normalize().includes(name.normalize());
}

/** Above this number of names, searching for them takes longer than parsing the text. */
const maximumNames = 100;

/**
 * Whether an assessment at a place may be affected by the moves: it moves itself, or its text may name what moves.
 * Avoids parsing most assessments.
 */
export function mayConcern(moves: Moves, place: string, text: string): boolean {
  const { names } = moves;
  return names.length > maximumNames || moves.after(place) !== place || names.some((name) => mayName(text, name));
}

/** An assessment with its places before and after the moves; cited files are looked up in their state before. */
export interface Relocation {
  readonly before: Home;
  readonly after: Home;
  readonly moves: Moves;
  readonly files: CitableFiles<unknown>;
}

/**
 * The edits that make an assessment cite the same documents at their new places. Empty where nothing changes, where no
 * link can express the new place (it is outside the root, or other names take precedence), and in files that cannot be
 * read in full.
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
      // The link is written at the anchor, not at an alias of it.
      if (!aliased) edits.push(linkEdit(assessment.text, link, renewal));
    }
  }
  if (edits.length === 0) return [];
  const plan = proven(assessment, edits, changes);
  return 'edits' in plan ? plan.edits : [];
}

interface ListedLink {
  /** The path of keys from the service to the link. */
  readonly path: readonly (string | number)[];
  readonly link: Located<string>;
  readonly aliased: boolean;
}

/** The links in the evidence of a service and of its criteria, in short and long form. */
function linksIn(service: Tree): ListedLink[] {
  const criteria = entryOf(service, 'criteria')?.value;
  const entries = criteria?.kind === 'map' ? criteria.entries : [];
  // Of a repeated key the first counts.
  const answers = entries.filter((entry) => entryOf(criteria, entry.key) === entry);
  return [...linksOf(service, []), ...answers.flatMap(({ key, value }) => linksOf(value, ['criteria', key]))];
}

/** The links in the evidence below a path. */
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

/** The new link, and the part after its path, which stays. */
interface Renewal {
  readonly link: string;
  readonly tail: string;
}

/** The link for the time after the moves, or `undefined` when it stays valid. */
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

/** The place a link leads to; where nothing exists, the place that its text names. */
async function placeOf(link: string, home: Home, files: CitableFiles<unknown>): Promise<string | undefined> {
  return ((await findCited(home, link, files)) ?? readingByText(home, link))?.place;
}

/** The files in their state after the moves. */
function later(files: CitableFiles<unknown>, moves: Moves): CitableFiles<unknown> {
  return {
    find: async (place) => {
      const before = moves.before(place);
      return before === undefined ? undefined : files.find(before);
    },
    namesIn: async (folder) => files.namesIn(moves.before(folder) ?? folder),
  };
}

/** Replaces only the changed part of the link where the text contains it literally; otherwise all of it. */
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
