/** Finds the comments of a text. */
import { Lexer } from 'yaml';

/** The lexeme before a scalar. It is the library's `CST.SCALAR`; with `CST` would come all that rewrites such trees. */
const scalarMark = '\u001f';

/** All comments of a text, in order. */
export function commentsOf(text: string): string[] {
  const comments: string[] = [];
  let previous = '';
  for (const lexeme of new Lexer().lex(text)) {
    // The lexer announces a scalar's text, which may start with `#`, too.
    if (lexeme.startsWith('#') && previous !== scalarMark) comments.push(lexeme.trimEnd());
    previous = lexeme;
  }
  return comments;
}
