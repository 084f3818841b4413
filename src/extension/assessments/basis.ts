/** What an entry of the index was made from: as long as all of that is the same, the file need not be read again. */
import type { Surroundings } from '../../language/analysis';
import type { Sheet } from '../../sheet/sheet';
import { digest } from './digest';

/** All of it is compared: the first two by `isSameFile`, the next three by `isStillValid`, the rest by looking. */
export interface Basis {
  /** `stampOf` the file. */
  readonly stamp: string;
  /** The digest of its bytes. */
  readonly bytes: string;
  /** `Around.of` the file. */
  readonly around: string;
  /** The first and last day, `YYYY-MM-DD`, on which the rules find the same. */
  readonly from: string;
  readonly until: string;
  /** The overlay that the file asks for. */
  readonly wording?: string;
  /** What it cites, and what was known of where that leads. */
  readonly links: readonly (readonly [link: string, needsDigest: boolean])[];
  readonly evidence: string;
}

/** Changes within this time may leave the time of a file as it is, in milliseconds: FAT counts every two seconds. */
const coarsest = 3000;

/**
 * Time and size of a file, which tell whether it has changed since; empty where they do not, as the file changed only
 * just now, or its file system knows no times. The content then has to be compared.
 */
export function stampOf({ mtime, size }: { readonly mtime: number; readonly size: number }, now: number): string {
  return mtime > 0 && now - mtime > coarsest ? `${mtime} ${size}` : '';
}

/** Whether the stamp alone says that a file is as it was. */
export function isSameFile(basis: Basis, stamp: string): boolean {
  return stamp !== '' && basis.stamp === stamp;
}

/** Whether the rules find the same on a day in the present surroundings, as far as the file itself is the same. */
export function isStillValid({ from, until, around }: Basis, today: string, present: string | undefined): boolean {
  return from <= today && today <= until && around === present;
}

/** What the findings in a file depend on besides the file, the day and the cited documents. */
export class Around {
  private readonly sheets = new WeakMap<Sheet, Promise<string>>();
  private readonly known = new Map<string, Promise<string>>();

  /**
   * A digest of language, wording and severities; `undefined` where the file is compared with a baseline, which is
   * chosen for a while only.
   */
  async of({ sheet, t, overlayTrouble, overrides, baseline }: Surroundings): Promise<string | undefined> {
    if (baseline) return undefined;
    const parts = JSON.stringify([await this.digestOf(sheet), t.language, overlayTrouble, overrides]);
    const found = this.known.get(parts) ?? digest(parts);
    this.known.set(parts, found);
    return found;
  }

  /** A sheet holds the texts of its language, and those of an overlay. */
  private digestOf(sheet: Sheet): Promise<string> {
    const found = this.sheets.get(sheet) ?? digest(JSON.stringify(sheet));
    this.sheets.set(sheet, found);
    return found;
  }
}
