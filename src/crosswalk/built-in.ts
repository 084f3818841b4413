/** The built-in sources, one file each. Loaded when a crosswalk is first needed. */
import type { Language } from '../messages/messages';
import { inLanguage, type Source, type SourceFile } from './source';
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

/** The built-in sources in a language. */
export function builtInSources(language: Language): Source[] {
  return (files as readonly SourceFile[]).map((file) => inLanguage(file, language));
}
