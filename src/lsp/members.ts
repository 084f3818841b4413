/** Access to members of unvalidated values. */

/** A member of an object by a dotted path; `undefined` where there is none. */
export function memberAt(value: unknown, path: string): unknown {
  return path.split('.').reduce(member, value);
}

/** An own member of an object by its name. */
export function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}
