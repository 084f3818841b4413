/** The ids of the sheet: which exist, their order, and the area of each service. */
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

/** The area part of an id by its form, whether or not the sheet has it: `2` for `2.3`; `undefined` for other forms. */
export function areaIdOf(id: string): string | undefined {
  const [area = '', ...rest] = id.split('.');
  return rest.length > 0 && areaIds.includes(area) ? area : undefined;
}

/** The position of an area in sheet order, from 0; unknown areas come last. */
export function areaOrder(id: string | undefined): number {
  return placeIn(areaIds, id);
}

/** The position of a service in sheet order, from 0; unknown services come last. */
export function serviceOrder(id: string): number {
  return placeIn(serviceIds, id);
}

function placeIn(ids: readonly string[], id: string | undefined): number {
  const index = id === undefined ? -1 : ids.indexOf(id);
  return index < 0 ? ids.length : index;
}
