/** Entries kept by default: more than one repository's assessments refer to, and a few megabytes. */
const most = 512;

/**
 * A map that forgets its oldest entries: what a run remembers of the files it has seen does not grow with their number.
 */
export class Recent<Key, Value> extends Map<Key, Value> {
  constructor(private readonly limit = most) {
    super();
  }

  override set(key: Key, value: Value): this {
    super.set(key, value);
    if (this.size > this.limit) this.delete(this.keys().next().value as Key);
    return this;
  }
}
