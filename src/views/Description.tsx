import type { JSX } from 'preact';
import type { Translate } from '../messages/messages';
import { frameworkUrl, splitReferences } from '../sheet/references';

interface Props {
  readonly text: string;
  readonly t: Translate;
}

/** A level's description: paragraphs, `- ` lists, and references as links to the framework the sheet cites. */
export function Description({ text, t }: Props): JSX.Element {
  return <div class="description">{blocksOf(text).map((block) => (block.list ? <List lines={block.lines} t={t} /> : <Paragraph lines={block.lines} t={t} />))}</div>;
}

interface Block {
  readonly list: boolean;
  readonly lines: string[];
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  for (const line of text.split('\n').map((part) => part.trim())) {
    const list = line.startsWith('- ');
    const last = blocks.at(-1);
    if (line === '') blocks.push({ list: false, lines: [] });
    else if (last?.list === list) last.lines.push(list ? line.slice(2) : line);
    else blocks.push({ list, lines: [list ? line.slice(2) : line] });
  }
  return blocks.filter(({ lines }) => lines.length > 0);
}

function List({ lines, t }: { lines: readonly string[]; t: Translate }): JSX.Element {
  return (
    <ul>
      {lines.map((line) => (
        <li>
          <Words text={line} t={t} />
        </li>
      ))}
    </ul>
  );
}

function Paragraph({ lines, t }: { lines: readonly string[]; t: Translate }): JSX.Element {
  return (
    <p>
      <Words text={lines.join('\n')} t={t} />
    </p>
  );
}

function Words({ text, t }: Props): JSX.Element {
  const pieces = splitReferences(text).map((piece) =>
    'text' in piece ? (
      piece.text
    ) : (
      <a class="reference" href={frameworkUrl} title={t('view.reference', { reference: piece.reference })}>
        [{piece.reference}]
      </a>
    ),
  );
  return <>{pieces}</>;
}
