/** Text from files where VS Code's own interface would read something into it. */

/** A notification or prompt: VS Code makes links of `[…](…)` in them, and one to `command:` would run that command. */
export function withoutLinks(text: string): string {
  return text.replace(/\](?=\()/g, '] ');
}

/** A row of a list: VS Code shows `$(…)` in it as an icon, such as the one that tells a file from a commit. */
export function withoutIcons(text: string): string {
  return text.replace(/\$(?=\()/g, '$ ');
}
