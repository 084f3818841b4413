/** What of the sheet a reader asks for. */
import { findArea, findService, type Area, type Service, type Sheet } from '../../sheet/sheet';

/** The whole sheet, one area of it, or one service (with its area). */
export interface SheetPart {
  readonly sheet: Sheet;
  readonly area?: Area;
  readonly service?: Service;
}

/** The part an id names: an area's (`1`), a service's (`1.1`), or all without one; `undefined` for an unknown id. */
export function sheetPart(sheet: Sheet, id: string | undefined): SheetPart | undefined {
  if (id === undefined) return { sheet };
  const area = findArea(sheet, id);
  if (area) return { sheet, area };
  const service = findService(sheet, id);
  return service && { sheet, area: findArea(sheet, service.areaId), service };
}

/** The sheet with nothing but a part in it. */
export function narrowed({ sheet, area, service }: SheetPart): Sheet {
  if (!area) return sheet;
  return { ...sheet, areas: [service ? { ...area, services: [service] } : area] };
}

/** The style sheets that the sheet as HTML is dressed in. */
export const sheetStyles: readonly string[] = ['description.css', 'sheet.css'];
