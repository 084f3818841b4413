/** References to FIRST's PSIRT Services Framework in the descriptions: `[1.1.1.3]`, `[3.1.1-3.1.2]`, `[3.3.2-4]`. */

/** The document the sheet cites: version 1.0, since superseded by 1.1. */
export const frameworkUrl = 'https://www.first.org/standards/frameworks/psirts/psirt_services_framework_v1.0';

/** A piece of a description: either words or one reference (without its brackets). */
export type Piece = { readonly text: string } | { readonly reference: string };

/** Splits a description into words and references, in order; joining them (brackets restored) gives the text back. */
export function splitReferences(description: string): Piece[] {
  return description
    .split(/\[(\d[\d.]*(?:-[\d.]+)?)\]/)
    .map((part, index): Piece => (index % 2 ? { reference: part } : { text: part }))
    .filter((piece) => 'reference' in piece || piece.text !== '');
}

/** The references of a description, in order of appearance. */
export function referencesOf(description: string): string[] {
  return splitReferences(description).flatMap((piece) => ('reference' in piece ? [piece.reference] : []));
}
