/** The part of the sheet that a user asks for. */
import { findArea, findService, type Area, type Service, type Sheet } from '../../sheet/sheet';

/** The whole sheet, one area of it, or one service (with its area). */
export interface SheetPart {
  readonly sheet: Sheet;
  readonly area?: Area;
  readonly service?: Service;
}

/**
 * The part with an id: an area (`1`), a service (`1.1`), or the whole sheet without an id; `undefined` for an unknown
 * one.
 */
export function sheetPart(sheet: Sheet, id: string | undefined): SheetPart | undefined {
  if (id === undefined) return { sheet };
  const area = findArea(sheet, id);
  if (area) return { sheet, area };
  const service = findService(sheet, id);
  return service && { sheet, area: findArea(sheet, service.areaId), service };
}

/** The sheet reduced to a part. */
export function narrowed({ sheet, area, service }: SheetPart): Sheet {
  if (!area) return sheet;
  return { ...sheet, areas: [service ? { ...area, services: [service] } : area] };
}

/** The style sheets of the sheet as HTML. */
export const sheetStyles: readonly string[] = ['description.css', 'sheet.css'];
