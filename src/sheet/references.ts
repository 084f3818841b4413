/** References to FIRST's PSIRT Services Framework in the descriptions: `[1.1.1.3]`, `[3.1.1-3.1.2]`, `[3.3.2-4]`. */

import type { Glossary } from './glossary';

/** The document the sheet cites: version 1.0, since superseded by 1.1. */
export const frameworkUrl = 'https://www.first.org/standards/frameworks/psirts/psirt_services_framework_v1.0';

/** Version 1.1 of the same. */
export const nextFrameworkUrl = 'https://www.first.org/standards/frameworks/psirts/psirt_services_framework_v1.1';

/** Functions the sheet cites that 1.1 has under no number. */
const goneFunctions: readonly string[] = ['1.1.3.5', '1.5.2.2'];

/** The address of the framework version that has a reference: 1.1, or 1.0 for functions that only 1.0 has. */
export function addressOf(reference: string): typeof frameworkUrl | typeof nextFrameworkUrl {
  return functionsOf(reference).some((id) => goneFunctions.includes(id)) ? frameworkUrl : nextFrameworkUrl;
}

/** A part of a description: words, or one reference without its brackets. */
export type Piece = { readonly text: string } | { readonly reference: string };

/**
 * Splits a description into words and references, in order; joined again, with brackets, they give the original text.
 */
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

/**
 * The functions a reference names. A range whose ends are of one kind names everything between (`3.3.2-4`: 3.3.2, 3.3.3
 * and 3.3.4), any other its two ends (`3.1.2-3.1.2.1`).
 */
export function functionsOf(reference: string): string[] {
  const [from = '', to] = reference.split('-');
  if (to === undefined) return [from];
  const parent = from.slice(0, from.lastIndexOf('.') + 1);
  const end = to.includes('.') ? to : parent + to;
  const [first, last] = [from, end].map((id) =>
    id.startsWith(parent) && /^\d+$/.test(id.slice(parent.length)) ? Number(id.slice(parent.length)) : NaN,
  );
  const count = (last ?? NaN) - (first ?? NaN) + 1;
  return count > 1 && count <= longestRange
    ? Array.from({ length: count }, (_, index) => `${parent}${(first ?? 0) + index}`)
    : [from, end];
}

/** Limit of a range: longer than any service of the framework has functions means a typing error. */
const longestRange = 20;

/** What a reference names, with titles where they are known: `3.3.2 Reproduction Test Environment`. */
export function namesOf(reference: string, { functions }: Glossary): string[] {
  return functionsOf(reference).map((id) => (Object.hasOwn(functions, id) ? `${id} ${functions[id]}` : id));
}
