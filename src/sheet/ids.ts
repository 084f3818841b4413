/** The ids of the sheet, once: which there are, in which order, and to which area a service belongs. */
import structure from './structure.json';

/** The name an assessment gives in its `sheet` key. */
export const sheetName = `${structure.id}@${structure.version}`;

/** Ids of the six service areas, in sheet order. */
export const areaIds: readonly string[] = structure.areas.map((area) => area.id);

/** Ids of the 28 services, in sheet order. */
export const serviceIds: readonly string[] = structure.areas.flatMap((area) => area.services.map(({ id }) => id));

/** Ids of the services the sheet declares out of scope. */
export const outOfScopeIds: readonly string[] = structure.areas.flatMap((area) =>
  area.services.filter((service) => 'outOfScope' in service).map(({ id }) => id),
);

/**
 * The area of an id by its form, whether the sheet has such a service or not: `2` of `2.3`; `undefined` without one.
 */
export function areaIdOf(id: string): string | undefined {
  const [area = '', ...rest] = id.split('.');
  return rest.length > 0 && areaIds.includes(area) ? area : undefined;
}

/** The place of an area in sheet order, from 0; behind all others for one that the sheet does not have. */
export function areaOrder(id: string | undefined): number {
  return placeIn(areaIds, id);
}

/** The place of a service in sheet order, from 0; behind all others for one that the sheet does not have. */
export function serviceOrder(id: string): number {
  return placeIn(serviceIds, id);
}

function placeIn(ids: readonly string[], id: string | undefined): number {
  const index = id === undefined ? -1 : ids.indexOf(id);
  return index < 0 ? ids.length : index;
}
