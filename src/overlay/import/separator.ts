/** The `sep=;` line that tells Excel the separator of a table. */

/**
 * Removes a leading line such as `sep=;`, also in the form in which a spreadsheet saves it as a row. Returns the rest
 * of the table, and the separator the line names.
 */
export function withoutSeparatorLine(text: string): { readonly table: string; readonly separator?: string } {
  const [line, separator] = /^"?sep=([^"\r\n])?"?[,;\t]*(?:\r\n|\r|\n|$)/i.exec(text) ?? [];
  return line === undefined ? { table: text } : { table: text.slice(line.length), ...(separator && { separator }) };
}
