/** What build servers find in the lines of a log, as the programs that read them do it. */

/** `TryParseV2` and `TryParse` of `ActionCommand` in GitHub's runner; the commands it knows, and none else. */
const github = new Set([
  'stop-commands',
  'error',
  'warning',
  'notice',
  'debug',
  'group',
  'endgroup',
  'add-mask',
  'add-path',
  'echo',

  'set-env',
  'set-output',
  'save-state',
  'add-matcher',
  'remove-matcher',
]);

/** What .NET trims: the white space of Unicode. */
const leadingSpace = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

/** The command GitHub's runner finds in a line; `known` are tokens it waits for. */
export function githubCommand(
  line: string,
  known: ReadonlySet<string> = new Set(),
): { readonly name: string; readonly data: string } | undefined {
  const isKnown = (name: string) => github.has(name.toLowerCase()) || known.has(name);
  const trimmed = line.replace(leadingSpace, '');
  const end = trimmed.indexOf('::', 2);
  if (trimmed.startsWith('::') && end >= 0) {
    const [name = ''] = trimmed.slice(2, end).split(' ');
    if (isKnown(name)) return { name, data: trimmed.slice(end + 2) };
  }
  const start = line.indexOf('##[');
  const bracket = start < 0 ? -1 : line.indexOf(']', start);
  if (bracket < 0) return undefined;
  const [name = ''] = line.slice(start + 3, bracket).split(' ');
  return isKnown(name) ? { name, data: line.slice(bracket + 1) } : undefined;
}

/** The lines a runner reads from a stream. */
export function linesOf(output: string): string[] {
  return output.split(/\r\n|[\r\n]/);
}

/** The commands the runner acts on, with all that it was told to pause for left out. */
export function githubCommands(output: string): string[] {
  let token: string | undefined;
  const obeyed: string[] = [];
  for (const line of linesOf(output)) {
    const found = githubCommand(line, new Set(token === undefined ? [] : [token]));
    if (!found) continue;
    if (token !== undefined) token = found.name === token ? undefined : token;
    else if (found.name === 'stop-commands') token = found.data;
    else obeyed.push(line);
  }
  return obeyed;
}

/** `Command.TryParse` of the agent of Azure Pipelines; its web page shows `##[…]` as formatted. */
export function azureCommand(line: string): string | undefined {
  const start = line.indexOf('##vso[');
  const end = start < 0 ? -1 : line.indexOf(']', start);
  return end < 0 ? /##\[[a-z]+\]/i.exec(line)?.[0] : line.slice(start, end + 1);
}

/** `ServiceMessageParser` of TeamCity, up to where it decides that there is a message. */
export function teamCityMessage(output: string): string | undefined {
  return /##teamcity\[\S+\s+[^]*?\]/.exec(output)?.[0];
}

/** Sections of GitLab's log: `Gitlab::Regex.logs_section_*`. */
export function gitlabSection(output: string): string | undefined {
  return /section_(?:start|end):\d+:[a-zA-Z0-9_.-]+(?:\[\w+=\w+(?:, ?\w+=\w+)*\])?\r\u001b\[0K/.exec(output)?.[0];
}

/** Whatever any of them would act on, in what was written to a stream. */
export function commandsIn(output: string): string[] {
  const lines = linesOf(output);
  const github = lines.filter((line) => githubCommand(line));
  const azure = lines.flatMap((line) => azureCommand(line) ?? []);
  return [...github, ...azure, ...[teamCityMessage(output), gitlabSection(output)].flatMap((found) => found ?? [])];
}
