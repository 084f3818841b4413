/** An organisation's own wording: its texts replace the sheet's, and where it has none the sheet's remain. */
import type { Language } from '../messages/messages';
import type { Area, Level, Service, Sheet } from '../sheet/sheet';

/** The texts of one language that an organisation replaces. Multi-line texts are paragraphs and `- ` lists. */
export interface Overlay {
  readonly language: Language;
  readonly areas: Readonly<Record<string, AreaOverlay>>;
  readonly services: Readonly<Record<string, ServiceOverlay>>;
}

export interface AreaOverlay {
  readonly title?: string;
  readonly summary?: string;
}

export interface ServiceOverlay {
  readonly title?: string;
  readonly objective?: string;
  /** All notes of the service: they replace the sheet's as a whole. */
  readonly notes?: readonly string[];
  /** By the level's number. */
  readonly levels: Readonly<Record<string, LevelOverlay>>;
}

export interface LevelOverlay {
  readonly summary?: string;
  readonly description?: string;
  /** Texts of criteria by their ids. */
  readonly criteria?: Readonly<Record<string, string>>;
  /** What counts as evidence in this organisation. */
  readonly guidance?: string;
  readonly examples?: readonly string[];
}

/** The longest summary that fits a cell of the grid, in characters, by language. */
export const summaryLength: Readonly<Record<Language, number>> = { en: 60, ja: 30 };

/**
 * The sheet with the organisation's texts. The structure remains the sheet's: undescribed levels and unknown ids are
 * ignored. The overlay must be in the sheet's language.
 */
export function applyOverlay(sheet: Sheet, overlay: Overlay): Sheet {
  return { ...sheet, areas: sheet.areas.map((area) => areaWith(area, overlay)) };
}

function areaWith(area: Area, { areas, services }: Overlay): Area {
  const { title = area.title, summary = area.summary } = own(areas, area.id) ?? {};
  return {
    ...area,
    title,
    summary,
    services: area.services.map((service) => serviceWith(service, own(services, service.id))),
  };
}

function serviceWith(service: Service, overlay: ServiceOverlay | undefined): Service {
  if (!overlay) return service;
  const { title = service.title, objective = service.objective, notes = service.notes, levels } = overlay;
  return {
    ...service,
    title,
    objective,
    notes,
    levels: service.levels.map((level, number) => level && levelWith(level, own(levels, String(number)))),
  };
}

function levelWith(level: Level, overlay: LevelOverlay | undefined): Level {
  if (!overlay) return level;
  const { summary = level.summary, description = level.description, criteria = {}, guidance, examples } = overlay;
  return {
    ...level,
    summary,
    description,
    criteria: level.criteria.map((one) => ({ ...one, text: own(criteria, one.id) ?? one.text })),
    ...(guidance !== undefined && { guidance }),
    ...(examples?.length && { examples }),
  };
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
