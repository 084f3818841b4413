/**
 * SHA-256 where there is no faster one. The command line loads this, and the library with it, when it is first called:
 * functions are all that is exported here (`build/late.mjs`).
 */
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';

/** The SHA-256 of bytes, as 64 lower-case hexadecimal digits. */
export function sha256Of(content: Uint8Array): string {
  return bytesToHex(sha256(content));
}
