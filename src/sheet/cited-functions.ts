/** The inverse index of references: which levels cite each function of FIRST's framework. */
import { functionsOf } from './references';
import type { LevelNumber, Service, Sheet } from './sheet';

/** A level that cites a function. */
export interface CitingLevel {
  readonly service: Service;
  readonly level: LevelNumber;
}

export interface CitedFunction {
  /** Its number, such as `1.1.1.3`. */
  readonly id: string;
  /** Its title in English, where it is known. */
  readonly title?: string;
  /** In sheet order; never empty. */
  readonly levels: readonly CitingLevel[];
}

/** Every function the sheet cites, by number, ranges taken apart. */
export function citedFunctions({ areas, glossary }: Sheet): CitedFunction[] {
  const levels = new Map<string, CitingLevel[]>();
  for (const service of areas.flatMap((area) => area.services)) {
    service.levels.forEach((level, number) => {
      for (const id of new Set(level?.references.flatMap(functionsOf))) {
        levels.set(id, [...(levels.get(id) ?? []), { service, level: number as LevelNumber }]);
      }
    });
  }
  return [...levels]
    .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .map(([id, citing]) => ({ id, title: glossary.functions[id], levels: citing }));
}
