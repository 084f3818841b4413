import { createContext, type JSX } from 'preact';
import { useContext } from 'preact/hooks';
import type { Translate } from '../messages/messages';
import { addressOf, namesOf } from '../sheet/references';
import { noGlossary } from '../sheet/sheet';
import { Found } from './Found';
import { blocksOf, piecesOf, type Piece } from './pieces';
import { ExplainedTerm } from './ExplainedTerm';

interface Props {
  readonly text: string;
  readonly t: Translate;
}

/** The glossary that explains terms and references in the descriptions below. */
export const GlossaryContext = createContext(noGlossary);

/** A description: paragraphs and `- ` lists, references as links to the framework, terms with their explanations. */
export function Description({ text, t }: Props): JSX.Element {
  const glossary = useContext(GlossaryContext);
  const blocks = blocksOf(text);
  const pieces = piecesOf(
    blocks.flatMap(({ lines }) => lines),
    glossary,
  );
  const content = blocks.map(({ list, lines }) => {
    const own = pieces.splice(0, lines.length).map((line) => <Line pieces={line} t={t} />);
    return list ? (
      <ul>
        {own.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    ) : (
      <p>{own}</p>
    );
  });
  return <div class="description">{content}</div>;
}

function Line({ pieces, t }: { pieces: readonly Piece[]; t: Translate }): JSX.Element {
  const line = pieces.map(({ text }) => text).join('');
  return (
    <>
      {pieces.map(({ text, at, reference, term }) => {
        const words = <Found line={line} at={at} text={text} />;
        if (reference !== undefined) return <Reference reference={reference} words={words} t={t} />;
        return term ? <ExplainedTerm meaning={term.meaning}>{words}</ExplainedTerm> : words;
      })}
    </>
  );
}

function Reference({ reference, words, t }: { reference: string; words: JSX.Element; t: Translate }): JSX.Element {
  const functions = namesOf(reference, useContext(GlossaryContext)).join(t('view.separator'));
  const context = JSON.stringify({ webviewSection: 'reference', reference });
  return (
    <a
      class="reference"
      href={addressOf(reference)}
      title={t('view.reference', { functions })}
      data-reference={reference}
      data-vscode-context={context}
    >
      {words}
    </a>
  );
}
