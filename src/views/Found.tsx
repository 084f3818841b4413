import { createContext, type JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { stretchesOf } from './find';

/** What is looked for in the texts below, as `queryOf` gives it; empty for nothing. */
export const QueryContext = createContext('');

interface Props {
  /** The words to show. */
  readonly text: string;
  /** The line that the text is part of, for matches that start before it or end after it; left out, it is the line. */
  readonly line?: string;
  /** Where in that line they start. */
  readonly at?: number;
}

/** Words with what is looked for marked in them; `data-found` is where a find begins. */
export function Found({ text, line = text, at = 0 }: Props): JSX.Element {
  const query = useContext(QueryContext);
  const content: (string | JSX.Element)[] = [];
  let done = 0;
  for (const { start, end } of stretchesOf(line, query)) {
    const [from, to] = [Math.max(start - at, 0), Math.min(end - at, text.length)];
    if (from >= to) continue;
    content.push(text.slice(done, from), <mark data-found={start >= at ? '' : undefined}>{text.slice(from, to)}</mark>);
    done = to;
  }
  return <>{[...content, text.slice(done)]}</>;
}
