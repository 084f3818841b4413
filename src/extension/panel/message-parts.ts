/** Validation shared by the messages of all pages. */
import * as z from 'zod/mini';
import { highestLevel, lowestLevel, serviceIds } from '../../sheet/sheet';

/** The longest address, in UTF-16 units: the longest path of the systems on which VS Code runs. */
const longestAddress = 4096;

type Checks = Parameters<ReturnType<typeof z.string>['check']>;

/** A text of at most this length, in UTF-16 units. Whatever a page sends is bounded: there is no other kind of text. */
export function text(longest: number, ...checks: Checks) {
  return z.string().check(z.maxLength(longest), ...checks);
}

export const address = text(longestAddress);
/** Longer notes have to be written in the file itself. */
export const noteText = text(20_000);
export const serviceId = z.enum(serviceIds as [string, ...string[]]);
export const level = z.int().check(z.gte(lowestLevel), z.lte(highestLevel));
