/**
 * Kinds of text, distinguished by the compiler.
 *
 * A plain `string` is untrusted: it may come from a file, a name, a commit, or an organisation's overlay. Only the
 * escapes of an output, our own sources and our catalogues produce the kinds that the output accepts. A string with a
 * literal type is written in our sources, so it counts as our own.
 */
declare const kind: unique symbol;

/** Text without characters that hide, reorder or control: fit for terminals and for documents. */
export type Printable = string & { readonly [kind]: { readonly printable: true } };

/**
 * Markdown for VS Code only: untrusted text in it makes no link, picture or HTML. A code host would still recognise
 * mentions.
 */
export type HoverMarkdown = string & { readonly [kind]: { readonly hover: true } };

/** Markdown that may be posted: untrusted text in it makes no link, picture, HTML or mention. */
export type Markdown = string & {
  readonly [kind]: { readonly printable: true; readonly hover: true; readonly posted: true };
};

/** HTML in which every script, style, picture and handler is our own. */
export type Html = string & { readonly [kind]: { readonly printable: true; readonly html: true } };

/** A short text for VS Code's own interface: it hides nothing, and VS Code recognises no link or icon in it. */
export type Label = string & { readonly [kind]: { readonly printable: true; readonly label: true } };

/** Text made of our own words and figures only: safe for every output. */
export type Own = string & {
  readonly [kind]: {
    readonly printable: true;
    readonly hover: true;
    readonly posted: true;
    readonly label: true;
    readonly own: true;
  };
};

/** The kind of a text that combines such pieces with our own words: that of the least safe piece. */
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

/** The kind of a text that was cut: Markdown may be cut in the middle of its markup, so only printability remains. */
export type Cut<Text extends string> = Text extends Printable ? Printable : string extends Text ? string : Printable;

/** A template of our own with pieces inserted: as safe as its least safe piece. */
export function ours<const Pieces extends readonly (string | number)[]>(
  words: TemplateStringsArray,
  ...pieces: Pieces
): Joined<Pieces[number]> {
  // Not by `map` and `join`, which take twice as long: tables have thousands of such texts.
  return words.reduce((text, word, index) => text + String(pieces[index - 1]) + word) as Joined<Pieces[number]>;
}

/** Joins pieces with a separator: as safe as the least safe of them. */
export function joined<const Piece extends string, Separator extends string>(
  pieces: readonly Piece[],
  separator: Separator,
): Joined<Piece | Separator> {
  return pieces.join(separator) as Joined<Piece | Separator>;
}
