/**
 * The client's settings, by the names the extension gives them; values of another type than expected count as unset.
 */
import type { Connection } from 'vscode-languageserver';
import { ruleIds, severities, type RuleId, type SeveritySetting } from '../assessment/vocabulary';
import { languages, type Language } from '../messages/messages';
import type { SeverityOverrides } from '../rules/check';
import type { Client } from './client';
import { member, memberAt } from './members';

export interface Settings {
  /** `undefined` selects the client's own language. */
  readonly language?: Language;
  readonly wording: string;
  readonly lenses: boolean;
  readonly hints: { readonly titles: boolean; readonly levels: boolean };
  /** Report problems of all assessments, not only of open ones. */
  readonly wholeWorkspace: boolean;
  readonly citations: 'prompt' | 'always' | 'never';
  readonly rules: SeverityOverrides;
  /** Leave features to a YAML server that has our JSON Schema, also for documents the client calls `yaml`. */
  readonly besideYamlServer: boolean;
}

/** The values below `psirtMaturity`, as nested objects or as dotted names. */
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

/** The settings in force, requested once until they change. */
export class ClientSettings {
  private readonly known = new Map<string, Promise<Settings>>();

  /** @param given the settings sent at the start, for clients that do not support requests for them */
  constructor(
    private readonly connection: Connection,
    private readonly client: Client,
    private given: unknown,
  ) {}

  /** The settings for something below a workspace folder, or the general ones. */
  of(scopeUri = ''): Promise<Settings> {
    const known = this.known.get(scopeUri) ?? this.ask(scopeUri);
    this.known.set(scopeUri, known);
    return known;
  }

  /** Handles a change; clients that do not support requests send the new settings along. */
  change(settings: unknown): void {
    this.known.clear();
    this.given = member(settings, 'psirtMaturity') ?? settings ?? this.given;
  }

  private async ask(scopeUri: string): Promise<Settings> {
    if (!this.client.configuration.asked) return settingsOf(this.given);
    const item = { section: 'psirtMaturity', ...(scopeUri && { scopeUri }) };
    // The settings sent at the start apply where the client then has none of ours.
    const answered: unknown = await this.connection.workspace.getConfiguration(item).catch(() => undefined);
    return settingsOf(answered ?? this.given);
  }
}

/** The settings in the initialization options: at the top level, or below our name. */
export function startSettings(options: unknown): unknown {
  return member(options, 'psirtMaturity') ?? options;
}
