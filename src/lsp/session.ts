/**
 * The state that all features of one client share: documents, folders and settings, and the analysis of each
 * assessment.
 */
import { TextDocuments, type Connection, type InitializeParams } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { URI } from 'vscode-uri';
import { linksOf } from '../assessment/assessment';
import { latestDay, localDay } from '../assessment/day';
import type { Home } from '../assessment/evidence/citation-paths';
import { anchorsIn, digestIn, StampedCache } from '../assessment/evidence/stamped-cache';
import { lookUpCited, type CitedDocument, type ReadableFiles } from '../assessment/evidence/cited-document';
import { isAssessmentName } from '../assessment/file-name';
import { TextAnalyses, type Analysis, type LastGood, type Surroundings } from '../language/analysis';
import { isOursBeside, type SharedFeature } from '../language/coexistence';
import { languageOf } from '../messages/messages';
import { isOverlayPath } from '../overlay/overlay-places';
import type { Problem } from '../rules/rule';
import { addressOf, folderOf, isBelow } from './addresses';
import { clientOf, type Client } from './client';
import type { FolderFiles, Host, Words } from './host';
import { Positions } from './positions';
import { ClientSettings, startSettings, type Settings } from './settings';
import { ClosedFiles } from './closed-files';
import { Overlays, type OverlaidWords } from './overlays';

/** The location of a document. */
export interface Place {
  readonly uri: URI;
  readonly home: Home;
  readonly folder: URI;
  /** The files of its workspace folder; outside any, those of its own folder. */
  readonly files?: FolderFiles;
}

/** The analysis of one version of an assessment. */
export interface Known extends Place, Analysis, Words, Pick<OverlaidWords, 'overlayTrouble'> {
  readonly document: TextDocument;
  readonly settings: Settings;
  readonly today: string;
}

/** The YAML server that is assumed to run, described like an extension. */
const yamlServer = { id: 'redhat.vscode-yaml', packageJSON: {} };

export class Session {
  readonly client: Client;
  readonly positions: Positions;
  readonly settings: ClientSettings;
  readonly documents: TextDocuments<TextDocument>;
  readonly overlays: Overlays;
  readonly closed = new ClosedFiles();
  folders: readonly URI[];
  private readonly texts = new TextAnalyses();
  private readonly anchors = new StampedCache<ReadonlyMap<string, string>>();
  private readonly digests = new StampedCache<string>();
  private readonly files = new Map<string, FolderFiles | undefined>();
  private readonly spoken = new Map<string, Promise<Words>>();
  private readonly locale: string | undefined;
  /** Evidence found at the last look-up: as long as it is the same, the problems need not be computed again. */
  private readonly cited = new WeakMap<TextDocument, { readonly found: string; readonly documents: Cited }>();

  constructor(
    readonly connection: Connection,
    readonly host: Host,
    { capabilities, locale, initializationOptions, workspaceFolders, rootUri }: InitializeParams,
  ) {
    this.client = clientOf(capabilities);
    this.positions = new Positions(this.client.encoding);
    this.settings = new ClientSettings(connection, this.client, startSettings(initializationOptions));
    this.locale = locale;
    this.folders = addressesOf((workspaceFolders ?? [{ uri: rootUri ?? '' }]).map(({ uri }) => uri));
    this.documents = new TextDocuments({
      create: (uri, languageId, version, text) => TextDocument.create(uri, languageId, version, text),
      update: (document, changes, version) => this.positions.update(document, changes, version),
    });
    this.overlays = new Overlays((place) =>
      this.documents.all().find(({ uri }) => isOverlayPath(uri) && addressOf(uri)?.path === place),
    );
  }

  /** Writes an internal error to the client's log. */
  log(error: unknown): void {
    this.connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  /** An open assessment; `undefined` for other documents. */
  assessment(uri: string): TextDocument | undefined {
    const document = this.documents.get(uri);
    return document && isAssessment(document) ? document : undefined;
  }

  /** An open overlay file; `undefined` for other documents. */
  overlay(uri: string): TextDocument | undefined {
    const document = this.documents.get(uri);
    return document && isOverlay(document) ? document : undefined;
  }

  /** Whether this server provides a feature for a document that a YAML server may serve, too. */
  isOurs(feature: SharedFeature, { languageId }: TextDocument, { besideYamlServer }: Settings): boolean {
    const servers = besideYamlServer && languageId === 'yaml' ? [yamlServer] : [];
    return isOursBeside(feature, servers, () => true);
  }

  /** The texts in the language of the settings, else of the client, else of the system. */
  async words({ language }: Settings): Promise<Words> {
    const spoken = language ?? (this.locale ? languageOf(this.locale) : this.host.language);
    const words = this.spoken.get(spoken) ?? this.host.words(spoken);
    this.spoken.set(spoken, words);
    return words;
  }

  placeOf(uri: string): Place | undefined {
    const address = addressOf(uri);
    if (!address) return undefined;
    const folder = [...this.folders]
      .sort((a, b) => b.path.length - a.path.length)
      .find((candidate) => isBelow(address, candidate));
    const root = folder ?? folderOf(address);
    return { uri: address, folder: root, home: { file: address.path, root: root.path }, files: this.filesIn(root) };
  }

  filesIn(folder: URI): FolderFiles | undefined {
    const key = folder.toString();
    if (!this.files.has(key)) this.files.set(key, this.host.filesIn(folder));
    return this.files.get(key);
  }

  /** The analysis of a document, in the wording that applies to it; `undefined` where its address is invalid. */
  async know(document: TextDocument): Promise<Known | undefined> {
    const place = this.placeOf(document.uri);
    if (!place) return undefined;
    const settings = await this.settings.of(this.scopeOf(place));
    const plain = await this.words(settings);
    const analysis = this.texts.of(document, plain.sheet);
    const wanted = { ...place, named: analysis.assessment.wording?.value, setting: settings.wording };
    const { words, overlayTrouble } = await this.overlays.find(wanted, plain);
    const today = localDay(this.host.now());
    return { ...place, ...analysis, ...words, document, settings, today, overlayTrouble };
  }

  /** The problems of an analysed document, after looking up its evidence. */
  async check(known: Known): Promise<readonly Problem[]> {
    const { document, sheet, t, settings, today, overlayTrouble, assessment } = known;
    const documents = await this.evidenceOf(known);
    const surroundings: Surroundings = {
      ...{ sheet, t, today, documents, overlayTrouble, overrides: settings.rules },
      latestDay: latestDay(this.host.now()),
    };
    const analysis = this.texts.of(document, (await this.words(settings)).sheet);
    // The problems of a later version are computed when they are requested.
    return analysis.assessment === assessment ? this.texts.problems(analysis, surroundings) : [];
  }

  /** The last version of a document that could be scored. */
  async lastGood({ document, settings }: Known): Promise<LastGood | undefined> {
    return this.texts.lastGood(document, (await this.words(settings)).sheet);
  }

  private scopeOf({ uri, folder }: Place): string {
    return this.folders.some((one) => one === folder) ? folder.toString() : uri.toString();
  }

  /** What is known of the documents that an assessment cites; `undefined` where files cannot be read. */
  async evidenceOf({ document, home, uri, files, assessment }: Known): Promise<Cited | undefined> {
    if (!files) return undefined;
    const keyOf = (place: string) => uri.with({ path: place }).toString();
    const stampOf = async (place: string) => (await files.find(place))?.stamp ?? '';
    const readable: ReadableFiles = {
      find: (place) => files.find(place),
      namesIn: (place) => files.namesIn(place),
      anchorsOf: async (place) =>
        this.anchors.of(keyOf(place), await stampOf(place), () => anchorsIn(files.textOf(place))),
      digestOf: async (place) =>
        this.digests.of(keyOf(place), await stampOf(place), () => digestIn(files.bytesOf(place))),
      textOf: (place) => files.textOf(place).catch(() => undefined),
    };
    const documents = new Map<string, CitedDocument>();
    for (const [link, needsDigest] of linksOf(assessment)) {
      const cited = await lookUpCited(home, link, readable, needsDigest);
      if (cited) documents.set(link, cited);
    }
    const found = JSON.stringify([...documents].map(([link, one]) => [link, one, [...(one.headings ?? [])]]));
    const before = this.cited.get(document);
    if (before?.found === found) return before.documents;
    this.cited.set(document, { found, documents });
    return documents;
  }
}

type Cited = ReadonlyMap<string, CitedDocument>;

/** The valid addresses among some texts. */
export function addressesOf(uris: readonly string[]): URI[] {
  return uris.flatMap((uri) => (uri && addressOf(uri)) || []);
}

export function isAssessment({ languageId, uri }: Pick<TextDocument, 'languageId' | 'uri'>): boolean {
  return languageId === 'psirt-yaml' || isAssessmentName(addressOf(uri)?.path ?? '');
}

export function isOverlay({ languageId, uri }: Pick<TextDocument, 'languageId' | 'uri'>): boolean {
  return languageId === 'psirt-wording-yaml' || isOverlayPath(addressOf(uri)?.path ?? '');
}
