/** Names of assessments that may be those of others, too: a subject is assessed again and again. */

export interface Named {
  readonly name: string;
  readonly assessed?: string;
  readonly path: string;
}

/**
 * What tells each of them from the others of its name: its day where all of these have days of their own, else its
 * path. Nothing where no other has the name.
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
