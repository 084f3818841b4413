/** Distinguishes assessments with equal names, since a subject is assessed repeatedly. */

export interface Named {
  readonly name: string;
  readonly assessed?: string;
  readonly path: string;
}

/**
 * What distinguishes each assessment from others of its name: its day, where all of these have different days,
 * otherwise its path; `undefined` for a unique name.
 */
export function distinctions(all: readonly Named[]): (string | undefined)[] {
  const namesakes = new Map<string, Named[]>();
  for (const one of all) {
    const others = namesakes.get(one.name);
    if (others) others.push(one);
    else namesakes.set(one.name, [one]);
  }
  const days = new Map([...namesakes].map(([name, each]) => [name, new Set(each.map(({ assessed }) => assessed))]));
  return all.map(({ name, assessed, path }) => {
    const count = namesakes.get(name)?.length ?? 0;
    if (count < 2) return undefined;
    const own = days.get(name);
    return own?.size === count && !own.has(undefined) ? assessed : path;
  });
}
