/**
 * The settings of a client, by the names the extension has for them; of other types than asked for they count as not
 * given.
 */
import type { Connection } from 'vscode-languageserver';
import { ruleIds, severities, type RuleId, type SeveritySetting } from '../assessment/model';
import { languages, type Language } from '../messages/messages';
import type { SeverityOverrides } from '../rules/check';
import type { Client } from './client';
import { member, memberAt } from './members';

export interface Settings {
  /** `undefined` leaves it to the client's own language. */
  readonly language?: Language;
  readonly wording: string;
  readonly lenses: boolean;
  readonly hints: { readonly titles: boolean; readonly levels: boolean };
  /** Problems of all assessments are shown, not of open ones alone. */
  readonly wholeWorkspace: boolean;
  readonly citations: 'prompt' | 'always' | 'never';
  readonly rules: SeverityOverrides;
  /** A YAML server that has our JSON Schema serves what the client calls `yaml`, too. */
  readonly besideYamlServer: boolean;
}

/** What is given under `psirtMaturity`: nested, or by names with dots. */
export function settingsOf(given: unknown): Settings {
  const word = <T extends string>(name: string, words: readonly T[]) =>
    words.find((known) => known === valueAt(given, name));
  const isOn = (name: string, otherwise: boolean): boolean => {
    const value = valueAt(given, name);
    return typeof value === 'boolean' ? value : otherwise;
  };
  const wording = valueAt(given, 'wording');
  return {
    language: word('language', languages),
    wording: typeof wording === 'string' ? wording : '',
    lenses: isOn('lenses.enabled', true),
    hints: { titles: isOn('inlayHints.titles', true), levels: isOn('inlayHints.levels', true) },
    wholeWorkspace: word('problems.scope', ['workspace']) !== undefined,
    citations: word('updateCitationsOnFileMove', ['always', 'never']) ?? 'prompt',
    rules: overridesOf(valueAt(given, 'rules')),
    besideYamlServer: isOn('besideYamlServer', false),
  };
}

function valueAt(given: unknown, name: string): unknown {
  const direct = member(given, name);
  return direct === undefined ? memberAt(given, name) : direct;
}

function overridesOf(given: unknown): SeverityOverrides {
  const chosen = ruleIds.flatMap((rule): [RuleId, SeveritySetting][] => {
    const severity = severities.find((known) => known === member(given, rule));
    return severity ? [[rule, severity]] : [];
  });
  return Object.fromEntries(chosen);
}

/** The settings in force, asked for once until they change. */
export class ClientSettings {
  private readonly known = new Map<string, Promise<Settings>>();

  /** @param given what came with the start, for clients that are not to be asked */
  constructor(
    private readonly connection: Connection,
    private readonly client: Client,
    private given: unknown,
  ) {}

  /** The settings for something below a folder of the workspace, or for all. */
  of(scopeUri = ''): Promise<Settings> {
    const known = this.known.get(scopeUri) ?? this.ask(scopeUri);
    this.known.set(scopeUri, known);
    return known;
  }

  /** They have changed; clients that are not to be asked say to what. */
  change(settings: unknown): void {
    this.known.clear();
    this.given = member(settings, 'psirtMaturity') ?? settings ?? this.given;
  }

  private async ask(scopeUri: string): Promise<Settings> {
    if (!this.client.configuration.asked) return settingsOf(this.given);
    const item = { section: 'psirtMaturity', ...(scopeUri && { scopeUri }) };
    // What came with the start counts where the client then has no settings of ours.
    const answered: unknown = await this.connection.workspace.getConfiguration(item).catch(() => undefined);
    return settingsOf(answered ?? this.given);
  }
}

/** What the options of the start say: settings, by themselves or below our name. */
export function startSettings(options: unknown): unknown {
  return member(options, 'psirtMaturity') ?? options;
}
