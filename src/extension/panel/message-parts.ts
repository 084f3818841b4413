/** What messages of pages have in common, checked before it is believed. */
import * as z from 'zod/mini';
import { highestLevel, lowestLevel, serviceIds } from '../../sheet/sheet';

/** UTF-16 units: as long as a path may be on the systems VS Code runs on. */
const longestAddress = 4096;

export const address = z.string().check(z.maxLength(longestAddress));
/** Longer texts are written in the file itself. */
export const noteText = z.string().check(z.maxLength(20_000));
export const serviceId = z.enum(serviceIds as [string, ...string[]]);
export const level = z.int().check(z.gte(lowestLevel), z.lte(highestLevel));
