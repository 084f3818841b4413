/** A stream of choices from one seed, so that a file is one value to fast-check. */
export class Choices {
  private state: number;
  private comments = 0;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  next(below: number): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.state / 2 ** 32) * below);
  }

  of<T>(...options: readonly T[]): T {
    return options[this.next(options.length)] as T;
  }

  chance(percent: number): boolean {
    return this.next(100) < percent;
  }

  shuffled<T>(items: readonly T[]): T[] {
    return items
      .map((item) => ({ item, at: this.next(1e6) }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  }

  /** A comment no other is like. */
  comment(): string {
    return this.of(
      `# c${++this.comments}`,
      `#c${++this.comments}: "x" {y} [z]`,
      `# c${++this.comments} "1.1": 3`,
      `# c${++this.comments} !tag &anchor *alias`,
    );
  }

  /** A comment behind a value, or none. */
  behind(): string {
    if (this.chance(30)) return `${this.of(' ', '   ', '\t')}${this.comment()}`;
    return this.chance(5) ? '  ' : '';
  }

  /** Comment and blank lines before a line. */
  above(indent: string): string[] {
    if (!this.chance(20)) return [];
    return this.of(
      [`${indent}${this.comment()}`],
      [''],
      ['', `${indent}${this.comment()}`, ''],
      [`${indent}${this.comment()}`, `${indent}${this.comment()}`],
    );
  }
}
