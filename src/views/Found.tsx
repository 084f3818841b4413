import { createContext, type JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { stretchesOf } from './find';

/** The query for the texts below, in the form of `queryOf`; empty for none. */
export const QueryContext = createContext('');

interface Props {
  /** The words to show. */
  readonly text: string;
  /** The line that contains the text, since matches may begin before it or end after it; by default the text itself. */
  readonly line?: string;
  /** The offset of the text in that line. */
  readonly at?: number;
}

/** A text with the matches of the query marked; `data-found` is set where a match begins. */
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
