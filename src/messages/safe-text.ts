/**
 * Kinds of text, told apart by the compiler.
 *
 * A plain `string` may say anything: it comes from a file, a name, a commit, or an organisation's overlay.
 * Only the escapes of an output give the kinds that the output takes, and what is written in our own sources and
 * catalogues. A string whose type is a literal stands in our sources, so it counts as our own.
 */
declare const kind: unique symbol;

/** Text without characters that hide, reorder or control: fit for terminals and for documents. */
export type Printable = string & { readonly [kind]: { readonly printable: true } };

/**
 * Markdown for VS Code alone: no link, picture or HTML of anybody but ours comes of it. A code host would still find
 * people mentioned.
 */
export type HoverMarkdown = string & { readonly [kind]: { readonly hover: true } };

/** Markdown that may be posted: no link, picture, HTML or mention of anybody but ours comes of it. */
export type Markdown = string & {
  readonly [kind]: { readonly printable: true; readonly hover: true; readonly posted: true };
};

/** HTML in which no script, style, picture or handler is of anybody but ours. */
export type Html = string & { readonly [kind]: { readonly printable: true; readonly html: true } };

/** A short text for VS Code's own interface: it hides nothing, and VS Code reads no link or icon into it. */
export type Label = string & { readonly [kind]: { readonly printable: true; readonly label: true } };

/** Text in which there is nothing but our own words and figures: fit for every output. */
export type Own = string & {
  readonly [kind]: {
    readonly printable: true;
    readonly hover: true;
    readonly posted: true;
    readonly label: true;
    readonly own: true;
  };
};

/** The kind of a text that such pieces make together with words of ours: that of the least safe one. */
export type Joined<Piece> = [Piece] extends [never] ? Own : KindOf<Piece>;
type KindOf<Piece> = Piece extends Own | number ? Own : Piece extends Label ? Label : ShownKindOf<Piece>;
type ShownKindOf<Piece> = Piece extends Markdown ? Markdown : OtherKindOf<Piece>;
type OtherKindOf<Piece> = Piece extends Printable
  ? Printable
  : Piece extends HoverMarkdown
    ? HoverMarkdown
    : string extends Piece
      ? string
      : Own;

/** What is left of a text that is cut: Markdown may be cut in the middle of its markup. */
export type Cut<Text extends string> = Text extends Printable ? Printable : string extends Text ? string : Printable;

/** A text of ours with pieces in it, as safe as these are. */
export function ours<const Pieces extends readonly (string | number)[]>(
  words: TemplateStringsArray,
  ...pieces: Pieces
): Joined<Pieces[number]> {
  return words.map((part, index) => (index ? String(pieces[index - 1]) : '') + part).join('') as Joined<Pieces[number]>;
}

/** Pieces one after the other, as safe as these are. */
export function joined<const Piece extends string, Separator extends string>(
  pieces: readonly Piece[],
  separator: Separator,
): Joined<Piece | Separator> {
  return pieces.join(separator) as Joined<Piece | Separator>;
}
