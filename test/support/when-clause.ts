/**
 * When-clauses, read by the grammar that VS Code documents in its `contextkey.ts`. It drops a clause it cannot read
 * without a word, and what depended on it then shows everywhere.
 *
 *     or      ::= and { '||' and }
 *     and     ::= term { '&&' term }
 *     term    ::= '!' ( KEY | true | false | '(' or ')' ) | primary
 * primary ::= true | false | '(' or ')' | KEY '=~' REGEX | KEY [ ( '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'not'
 * 'in' ) VALUE ]
 */

/** What the keys of a window are set to. */
export type Context = Readonly<Record<string, unknown>>;

export interface WhenClause {
  readonly keys: ReadonlySet<string>;
  holds(context: Context): boolean;
}

type Test = (context: Context) => boolean;

/** Where VS Code looks for a regular expression, it takes what follows up to the next slash that stands for itself. */
const regex = /\/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\[])+\/[igsmyu]*/y;
const quoted = /'[^']*'/y;
const operators = /\|\||&&|==|=~|!=|<=|>=|[!<>()]/y;
/** Keys and bare values: a slash opens none, `<` and `>` are part of one unless `=` follows. */
const word = /(?!\/)(?:[\w\-./\\:*?%+[\]^,#@;"\u0080-\uffff]|[<>](?!=))+/y;

/** Reads a clause; throws where VS Code would drop it. */
export function readWhenClause(text: string): WhenClause {
  const reader = new Reader(text);
  const holds = reader.or();
  reader.end();
  return { keys: reader.keys, holds };
}

class Reader {
  readonly keys = new Set<string>();
  private at = 0;

  constructor(private readonly text: string) {}

  or(): Test {
    const tests = [this.and()];
    while (this.takes('||')) tests.push(this.and());
    return (context) => tests.some((test) => test(context));
  }

  end(): void {
    this.skipBlanks();
    if (this.at < this.text.length) this.fail('the end');
  }

  private and(): Test {
    const tests = [this.term()];
    while (this.takes('&&')) tests.push(this.term());
    return (context) => tests.every((test) => test(context));
  }

  private term(): Test {
    if (!this.takes('!')) return this.primary();
    const test = this.parenthesized() ?? this.constant() ?? this.isSet(this.key());
    return (context) => !test(context);
  }

  private primary(): Test {
    const test = this.parenthesized() ?? this.constant();
    if (test) return test;
    const key = this.key();
    return this.takes('=~') ? this.matches(key) : (this.compared(key) ?? this.isSet(key));
  }

  private parenthesized(): Test | undefined {
    if (!this.takes('(')) return undefined;
    const test = this.or();
    if (!this.takes(')')) this.fail('a closing parenthesis');
    return test;
  }

  private constant(): Test | undefined {
    const before = this.at;
    const name = this.match(word);
    if (name === 'true' || name === 'false') return () => name === 'true';
    this.at = before;
    return undefined;
  }

  private isSet(key: string): Test {
    return (context) => Boolean(context[key]);
  }

  private matches(key: string): Test {
    const written = this.match(regex) ?? this.fail('a regular expression');
    const end = written.lastIndexOf('/');
    const expression = new RegExp(written.slice(1, end), written.slice(end + 1).replace(/[gy]/g, ''));
    return (context) => typeof context[key] === 'string' && expression.test(context[key]);
  }

  private compared(key: string): Test | undefined {
    const before = this.at;
    const operator = this.match(operators) ?? this.match(word) ?? '';
    const compare = comparisons[operator === 'not' ? `not ${this.match(word)}` : operator];
    if (!compare) {
      this.at = before;
      return undefined;
    }
    const value = this.match(quoted)?.slice(1, -1) ?? this.match(word) ?? this.fail('a value');
    return (context) => compare(context[key], value, context);
  }

  private key(): string {
    const key = this.match(word);
    if (key === undefined || ['true', 'false', 'in', 'not'].includes(key)) this.fail('a key');
    this.keys.add(key);
    return key;
  }

  private takes(operator: string): boolean {
    const before = this.at;
    if (this.match(operators) === operator) return true;
    this.at = before;
    return false;
  }

  private match(pattern: RegExp): string | undefined {
    this.skipBlanks();
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }

  private skipBlanks(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at++;
  }

  private fail(expected: string): never {
    throw new Error(`Expected ${expected} at ${this.at}: ${this.text}`);
  }
}

const listed = (list: unknown, value: unknown) => Array.isArray(list) && list.includes(value);

const comparisons: Readonly<Record<string, (left: unknown, right: string, context: Context) => boolean>> = {
  '==': (left, right) => String(left) === right,
  '!=': (left, right) => String(left) !== right,
  '<': (left, right) => Number(left) < Number(right),
  '<=': (left, right) => Number(left) <= Number(right),
  '>': (left, right) => Number(left) > Number(right),
  '>=': (left, right) => Number(left) >= Number(right),
  in: (left, right, context) => listed(context[right], left),
  'not in': (left, right, context) => !listed(context[right], left),
};
