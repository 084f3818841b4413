/** The sheet as JSON. */
import { printableJson } from '../../messages/printable';
import type { Printable } from '../../messages/safe-text';
import type { Area, Service, Sheet } from '../../sheet/sheet';

/**
 * The output of `sheet --format json`: ids, titles, objectives, levels (`null` where not described) and notes, ending
 * with `\n`.
 */
export function sheetJson({ id, version, areas }: Sheet): Printable {
  return printableJson({ id, version, areas: areas.map(areaJson) });
}

function areaJson({ id, title, services }: Area) {
  return { id, title, services: services.map(serviceJson) };
}

function serviceJson({ id, title, objective, outOfScope, levels, notes }: Service) {
  return { id, title, objective, outOfScope, levels, notes };
}
