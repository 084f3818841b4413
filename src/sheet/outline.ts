/**
 * The outline of the sheet: titles, and the summaries of levels. These are a tenth of its texts and nearly all that a
 * check needs, so that the others are read only where one of them is asked for.
 */
import {
  findArea,
  findService,
  noGlossary,
  required,
  type Area,
  type Level,
  type Service,
  type Sheet,
  type StructureService,
  type Wording,
} from './sheet';
import structure from './structure.json';

/** The titles and summaries of one language, by ids: what `outline.<language>.json` holds. */
export interface Outline {
  readonly areas: Readonly<Record<string, string>>;
  readonly services: Readonly<Record<string, ServiceOutline>>;
}

interface ServiceOutline {
  readonly title: string;
  /** The summaries of the levels the sheet describes, by their numbers. */
  readonly levels: Readonly<Record<string, string>>;
}

/** The outline of a language's wording. */
export function outlineOf({ areas, services }: Wording): Outline {
  const entries = Object.entries(services).map(([id, { title, levels }]): [string, ServiceOutline] => {
    const summaries = Object.entries(levels).map(([number, { summary }]) => [number, summary]);
    return [id, { title, levels: Object.fromEntries(summaries) as ServiceOutline['levels'] }];
  });
  const titles = Object.entries(areas).map(([id, { title }]) => [id, title]);
  return { areas: Object.fromEntries(titles) as Outline['areas'], services: Object.fromEntries(entries) };
}

/**
 * The sheet of an outline; its other texts come from `whole`, the sheet with all of them, when they are asked for.
 * Throws where the outline lacks a title or a summary.
 */
export function outlinedSheet(outline: Outline, whole: () => Sheet): Sheet {
  const areas = structure.areas.map(
    ({ id, services }): Area => ({
      id,
      title: required(outline.areas[id], `area ${id}`),
      get summary() {
        return (findArea(whole(), id) as Area).summary;
      },
      services: services.map((service) => outlinedService(id, service, outline, whole)),
    }),
  );
  return {
    id: structure.id,
    version: structure.version,
    areas,
    get method() {
      return whole().method;
    },
    glossary: noGlossary,
  };
}

function outlinedService(
  areaId: string,
  service: StructureService,
  { services }: Outline,
  whole: () => Sheet,
): Service {
  const { id } = service;
  const { title, levels } = required(services[id], `service ${id}`);
  const own = (): Service => findService(whole(), id) as Service;
  return {
    id,
    areaId,
    title,
    get objective() {
      return own().objective;
    },
    outOfScope: 'outOfScope' in service,
    levels: service.levels.map((references: readonly string[] | null, number): Level | null => {
      if (!references) return null;
      return {
        summary: required(levels[number], `level ${number} of ${id}`),
        get description() {
          return (own().levels[number] as Level).description;
        },
        references,
        get criteria() {
          return (own().levels[number] as Level).criteria;
        },
      };
    }),
    get notes() {
      return own().notes;
    },
  };
}
