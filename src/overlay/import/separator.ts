/** The line by which Excel is told how the cells of a table are separated. */

/**
 * A table without a first line such as `sep=;`, also as a spreadsheet saves it that took it for a row; and the
 * separator it names.
 */
export function withoutSeparatorLine(text: string): { readonly table: string; readonly separator?: string } {
  const [line, separator] = /^"?sep=([^"\r\n])?"?[,;\t]*(?:\r\n|\r|\n|$)/i.exec(text) ?? [];
  return line === undefined ? { table: text } : { table: text.slice(line.length), ...(separator && { separator }) };
}
