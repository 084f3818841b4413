/** The result of importing wording: the overlay, and findings about what could not be placed or needs review. */
import type { LevelNumber } from '../../sheet/sheet';
import type { Overlay } from '../overlay';

/** Something that the import could not place, or that a person should check. */
export type Finding =
  /** The text has nothing about the service, or no objective for it. */
  | { readonly kind: 'service-missing' | 'objective-missing'; readonly service: string }
  /** A level the sheet describes has no text. */
  | { readonly kind: 'level-missing'; readonly service: string; readonly level: LevelNumber }
  /** There is text for a level the sheet does not describe: it is left out. */
  | { readonly kind: 'level-surplus'; readonly service: string; readonly level: LevelNumber; readonly text: string }
  /** A row of levels that does not fall into six cells: all of it is left out. */
  | { readonly kind: 'columns'; readonly service: string; readonly line: number; readonly cells: number }
  /** Text that could not be assigned. */
  | { readonly kind: 'unplaced'; readonly service?: string; readonly line: number; readonly text: string }
  /** The same item given twice with different words: the first counts. */
  | { readonly kind: 'repeated'; readonly service: string; readonly line: number }
  /** An area title that differs between pages: the most frequent counts. */
  | { readonly kind: 'area-title'; readonly area: string; readonly text: string }
  /** Lines were joined where a space may have stood. */
  | { readonly kind: 'joined'; readonly service: string; readonly level?: LevelNumber; readonly text: string }
  /** The text cites other references than the sheet does at that level. */
  | { readonly kind: 'references'; readonly service: string; readonly level: LevelNumber; readonly text: string };

/** Findings that need a check but lose no text. */
const notices: ReadonlySet<Finding['kind']> = new Set(['area-title', 'joined', 'references']);

/** Whether a finding means that text is missing from the overlay. */
export function isLoss({ kind }: Finding): boolean {
  return !notices.has(kind);
}

export interface ImportedOverlay {
  readonly overlay: Overlay;
  readonly findings: readonly Finding[];
}

/** The number of texts in an overlay, by kind. */
export function countsOf({ services }: Overlay): { objectives: number; levels: number; notes: number } {
  const all = Object.values(services);
  return {
    objectives: all.filter(({ objective }) => objective !== undefined).length,
    levels: all.flatMap(({ levels }) => Object.values(levels)).filter(({ description }) => description !== undefined)
      .length,
    notes: all.flatMap(({ notes = [] }) => notes).length,
  };
}

/** The beginning of a text, to identify it in a message. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
