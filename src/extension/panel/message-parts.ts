/** Validation shared by the messages of all pages. */
import * as z from 'zod/mini';
import { highestLevel, lowestLevel, serviceIds } from '../../sheet/sheet';

/** The longest address, in UTF-16 units: the longest path of the systems on which VS Code runs. */
const longestAddress = 4096;

export const address = z.string().check(z.maxLength(longestAddress));
/** Longer notes have to be written in the file itself. */
export const noteText = z.string().check(z.maxLength(20_000));
export const serviceId = z.enum(serviceIds as [string, ...string[]]);
export const level = z.int().check(z.gte(lowestLevel), z.lte(highestLevel));
