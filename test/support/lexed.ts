import { Lexer } from 'yaml';

/** The texts that the YAML library takes apart while something is done. */
export function lexed(work: () => unknown): string[] {
  const texts: string[] = [];
  const lex = Lexer.prototype.lex;
  Lexer.prototype.lex = function (source, incomplete) {
    texts.push(source);
    return lex.call(this, source, incomplete);
  };
  try {
    work();
  } finally {
    Lexer.prototype.lex = lex;
  }
  return texts;
}
