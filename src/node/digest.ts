/** Loaded on demand: Node takes milliseconds to load its cryptography. */
import { createHash } from 'node:crypto';

export type Digest = (value: unknown) => string;

/** A digest of plain data: equal exactly when that is equal, in the same order. */
export function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64');
}
