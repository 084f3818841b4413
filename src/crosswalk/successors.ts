/** What became, in version 1.1 of FIRST's framework, of the functions that the sheet cites from 1.0. */
import type { Language } from '../messages/messages';
import functions from './first-1.1-functions.json';

/** The successor, in version 1.1 of FIRST's framework, of a function that the sheet cites from 1.0. */
export interface Successor {
  readonly state: 'same' | 'moved' | 'renamed' | 'gone';
  /** Its number in 1.1, where that differs. */
  readonly to?: string;
  /** One sentence; empty where nothing changed. */
  readonly note: string;
}

interface SuccessorFile {
  readonly state: string;
  readonly to?: string;
  readonly note?: Readonly<Record<Language, string>>;
}

const known = new Map<Language, ReadonlyMap<string, Successor>>();

/** The successors of the cited functions of 1.0, by their numbers in 1.0. */
export function successors(language: Language): ReadonlyMap<string, Successor> {
  const found = known.get(language) ?? read(language);
  known.set(language, found);
  return found;
}

function read(language: Language): ReadonlyMap<string, Successor> {
  const entries = Object.entries(functions as Readonly<Record<string, SuccessorFile>>);
  return new Map(
    entries.map(([id, { state, to, note }]) => [
      id,
      { state: state as Successor['state'], to, note: note?.[language] ?? '' },
    ]),
  );
}
