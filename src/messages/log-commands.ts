/** Commands to a build server, which reads them out of the log of what it runs. */

/** White space, characters that are not seen, and colours: what may stand before a command on its line. */
const margin = '(?:\\u001b\\[[\\d;]*m|[\\s\\p{C}])*';

/**
 * The first character of what a build server takes for a command. GitHub (`ActionCommand` of its runner): `::name …::`
 * where a line begins, so that any `::` there is broken up, and behind a space, where a line may be wrapped; `##[name]`
 * anywhere. Azure Pipelines: `##vso[…]` and `##[…]`, TeamCity and others: `##name[…]`, all anywhere. GitLab's sections
 * need control characters.
 */
const command = new RegExp(`:(?=:)(?<=^${margin}:)|(?<=\\s):(?=:[A-Za-z-]+(?: [^:]*)?::)|#(?=#\\w*\\[)`, 'gmu');

/**
 * The text, of any number of lines, with nothing in it that a build server takes for a command: a space breaks it up,
 * or what `broken` makes of its first character.
 */
export function withoutLogCommands(text: string, broken = (character: string): string => `${character} `): string {
  return text.replace(command, broken);
}
