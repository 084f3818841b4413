/** Commands that a build server recognises in the log of the programs it runs. */

/** White space, invisible characters and colours, which may precede a command on its line. */
const margin = '(?:\\u001b\\[[\\d;]*m|[\\s\\p{C}])*';

/**
 * The first character of what a build server takes for a command. GitHub (`ActionCommand` of its runner): `::name …::`
 * at the start of a line, where any `::` is broken up, and after a space, where a line may be wrapped; `##[name]`
 * anywhere. Azure Pipelines: `##vso[…]` and `##[…]`, TeamCity and others: `##name[…]`, all anywhere. GitLab's sections
 * need control characters.
 */
const command = `:(?=:)(?<=^${margin}:)|(?<=\\s):(?=:[A-Za-z-]+(?: [^:]*)?::)|#(?=#\\w*\\[)`;

/**
 * The text, of any number of lines, without commands to a build server: a space, or the result of `broken` for the
 * command's first character, breaks them up.
 */
export function withoutLogCommands(text: string, broken = (character: string): string => `${character} `): string {
  // The expression takes long to make, and most texts have none of the marks it looks for.
  return text.includes('::') || text.includes('##') ? text.replace(new RegExp(command, 'gmu'), broken) : text;
}
