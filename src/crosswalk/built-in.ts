/** The sources that come with the product, one file each. Loaded when a crosswalk is first asked for. */
import type { Language } from '../messages/messages';
import { inLanguage, type Source, type SourceFile } from './source';
import functions from './first-1.1-functions.json';
import cra from './sources/cra.json';
import first from './sources/first-1.1.json';
import firstMaturity from './sources/first-maturity.json';
import iec from './sources/iec-62443-4-1.json';
import iso29147 from './sources/iso-29147.json';
import iso30111 from './sources/iso-30111.json';
import japan from './sources/jp.json';
import ssdf from './sources/ssdf.json';

/** Regulations first, then standards and frameworks, in the order to show them. */
const files = [cra, ssdf, iec, iso30111, iso29147, first, firstMaturity, japan] as readonly unknown[];

/** The product's own sources in a language. */
export function builtInSources(language: Language): Source[] {
  return (files as readonly SourceFile[]).map((file) => inLanguage(file, language));
}

/** What became, in version 1.1 of FIRST's framework, of a function that the sheet cites from 1.0. */
export interface Successor {
  readonly state: 'same' | 'moved' | 'renamed' | 'gone';
  /** The number it has in 1.1, where that is another. */
  readonly to?: string;
  /** One sentence; empty where it is the same. */
  readonly note: string;
  /** The two texts leave room for doubt. */
  readonly unverified: boolean;
}

interface SuccessorFile {
  readonly state: string;
  readonly to?: string;
  readonly note?: Readonly<Record<Language, string>>;
  readonly unverified?: boolean;
}

/** What became of the functions of 1.0 that the sheet cites, by their numbers. */
export function successors(language: Language): ReadonlyMap<string, Successor> {
  const entries = Object.entries(functions as Readonly<Record<string, SuccessorFile>>);
  return new Map(
    entries.map(([id, { state, to, note, unverified }]) => [
      id,
      { state: state as Successor['state'], to, note: note?.[language] ?? '', unverified: unverified ?? false },
    ]),
  );
}
