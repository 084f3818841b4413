/** The sheet for reading: in one language or several, whole or only where the search matches. */
import type { Language, Translate } from '../messages/messages';
import { criterionText } from '../sheet/criteria';
import { nameOf, type Area, type Level, type Service, type Sheet } from '../sheet/sheet';
import { stretchesOf } from './find';
import { blocksOf } from './pieces';

/** The sheet in one of the languages shown side by side. */
export interface SheetColumn {
  readonly language: Language;
  readonly sheet: Sheet;
  readonly t: Translate;
}

/** An area or a service in each language, with the number of matches in its own texts. */
export interface FoundService {
  readonly services: readonly Service[];
  readonly finds: number;
}

export interface FoundArea {
  readonly areas: readonly Area[];
  readonly finds: number;
  /** The services to show: with a query only those that match. */
  readonly services: readonly FoundService[];
}

/** The areas to show for a query in the form of `queryOf`; for an empty one all, without matches. */
export function foundAreas(columns: readonly SheetColumn[], query: string): FoundArea[] {
  const [first] = columns;
  const areas = (first?.sheet.areas ?? []).map((_, index): FoundArea => {
    const own = columns.flatMap(({ sheet }) => sheet.areas[index] ?? []);
    const services = (own[0]?.services ?? []).map((__, at) =>
      foundService(
        columns,
        own.flatMap((area) => area.services[at] ?? []),
        query,
      ),
    );
    return {
      areas: own,
      finds: countIn(
        own.flatMap((area) => [nameOf(area), area.summary]),
        query,
      ),
      services: services.filter(({ finds }) => !query || finds > 0),
    };
  });
  return areas.filter(({ finds, services }) => !query || finds > 0 || services.length > 0);
}

/** The number of matches, and of services with matches. */
export function countFinds(areas: readonly FoundArea[]): { count: number; services: number } {
  const services = areas.flatMap((area) => area.services);
  const sum = (found: readonly { finds: number }[]): number => found.reduce((total, { finds }) => total + finds, 0);
  return { count: sum(areas) + sum(services), services: services.length };
}

function foundService(columns: readonly SheetColumn[], services: readonly Service[], query: string): FoundService {
  const lines = services.flatMap((service, index) => {
    const column = columns[index];
    return column ? linesOf(service, column.t) : [];
  });
  return { services, finds: countIn(lines, query) };
}

function countIn(lines: readonly string[], query: string): number {
  return query ? lines.reduce((total, line) => total + stretchesOf(line, query).length, 0) : 0;
}

/** The texts of a service as its view shows them, one line each. */
function linesOf({ id, title, objective, levels, notes }: Service, t: Translate): string[] {
  return [
    nameOf({ id, title }),
    ...described(objective),
    ...levels.flatMap((level) => (level ? levelLines(level, t) : [])),
    ...notes,
  ];
}

function levelLines({ summary, description, criteria, guidance, examples = [] }: Level, t: Translate): string[] {
  return [
    summary,
    ...described(description),
    ...criteria.map((criterion) => criterionText(criterion, t)),
    ...(guidance === undefined ? [] : described(guidance)),
    ...examples,
  ];
}

function described(text: string): string[] {
  return blocksOf(text).flatMap(({ lines }) => lines);
}
