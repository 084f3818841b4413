/**
 * The messages between the panel and its host. The host holds the state: the panel shows what it is sent, and sends
 * intents.
 */
import type { HeadingRecord, ServiceRecord } from '../assessment/edit/recording';
import type { Catalogue, Language } from '../messages/messages';
import type { Source } from '../crosswalk/source';
import type { TrendPoint } from '../scoring/trend';
import type { Sheet } from '../sheet/sheet';
import type { AssessmentView, BaselineView, ConflictView } from '../views/model';
import type { Density } from '../views/props';

/** Prefixes of the message keys that the page uses. */
export const panelWords = ['view.', 'change.', 'criterion.', 'crosswalk.', 'list.', 'suggestion.'] as const;

/** An assessment of the workspace that is not open. */
export interface ListedFile {
  readonly uri: string;
  /** Its path in the workspace. */
  readonly path: string;
}

/** Messages from the host that change the state shown. */
export type StateMessage =
  /** The texts: sent first, and again when the language changes. */
  | { readonly type: 'texts'; readonly language: Language; readonly catalogue: Catalogue; readonly sheet: Sheet }
  /** The height of the grid's rows. */
  | { readonly type: 'density'; readonly density: Density }
  /** No assessment is active; `files` lists those of the workspace. */
  | { readonly type: 'empty'; readonly files?: readonly ListedFile[] }
  | {
      readonly type: 'assessment';
      readonly uri: string;
      /** The file's name, for the heading when it has no subject. */
      readonly fileName: string;
      readonly version: number;
      /** The file cannot be read at present: this is its last good state, or `null` where there is none. */
      readonly broken: boolean;
      /** Why it cannot be read: the message of its first error. */
      readonly why?: string;
      readonly view: AssessmentView | null;
      /** Its merge conflicts; the state shown is that of our side. */
      readonly conflicts?: readonly ConflictView[];
      /** The baseline, if it is compared with one. */
      readonly baseline?: BaselineView;
    }
  /** The history of a file: sent repeatedly while it is read, finally whole. */
  | {
      readonly type: 'trend';
      readonly uri: string;
      readonly points: readonly TrendPoint[];
      /** Versions read so far; absent once all are read. */
      readonly reading?: number;
      /** Why the history is missing or incomplete. */
      readonly why?: string;
    }
  /** The relevant crosswalk sources for a file. */
  | { readonly type: 'requirements'; readonly uri: string; readonly sources: readonly Source[] }
  /** Starts or resumes guided scoring. */
  | { readonly type: 'guide'; readonly uri: string }
  /** The cursor in the file is at this service. */
  | { readonly type: 'select'; readonly uri: string; readonly service: string };

/** Messages from the host to the panel. */
export type HostMessage =
  | StateMessage
  /** Asks the panel to take the keyboard focus. */
  | { readonly type: 'focus' };

/** What the user wants done to a service of the file in its current state: keys can be faster than the display. */
interface Intent {
  readonly uri: string;
  readonly service: string;
}

/** Reads the history of the file shown again, or stops reading it. */
export interface TrendRequest {
  readonly type: 'read-trend' | 'stop-trend';
  readonly uri: string;
}

/** Messages from the panel to the host. */
export type PanelMessage =
  | { readonly type: 'ready' }
  /** The panel's width in pixels; other views in the same side bar have it, too. */
  | { readonly type: 'width'; readonly width: number }
  /** `null` clears the score. */
  | ({ readonly type: 'score'; readonly score: number | null } & Intent)
  /** Excludes the service; the host asks for the reason. */
  | ({ readonly type: 'exclude' } & Intent)
  /** Ends an exclusion. */
  | ({ readonly type: 'include' } & Intent)
  /** Shows the service's line in the file; `follow` only where the file is already visible. */
  | ({ readonly type: 'reveal' | 'follow' } & Intent)
  /** Plans an action for the service, or for one of its criteria. */
  | ({ readonly type: 'plan'; readonly criterion?: string } & Intent)
  /** Proposes evidence for the service. */
  | ({ readonly type: 'propose' } & Intent)
  /** Opens the n-th piece of evidence of the service or of a criterion, or records its digest anew. */
  | ({ readonly type: 'evidence' | 'renew'; readonly index: number; readonly criterion?: string } & Intent)
  /** Cites documents by their addresses; without any, the host asks for files. */
  | ({ readonly type: 'cite'; readonly uris: readonly string[]; readonly criterion?: string } & Intent)
  /** Records values of the service. */
  | ({ readonly type: 'record'; readonly record: ServiceRecord } & Intent)
  /** Records values of the assessment itself. */
  | { readonly type: 'heading'; readonly uri: string; readonly record: HeadingRecord }
  | TrendRequest
  | { readonly type: 'undo'; readonly uri: string }
  | { readonly type: 'redo'; readonly uri: string }
  /** Takes a side of a merge conflict, in a given version of the file. */
  | {
      readonly type: 'resolve';
      readonly uri: string;
      readonly version: number;
      readonly index: number;
      readonly taken: 'ours' | 'theirs' | 'both';
    }
  /** Ends the comparison, or opens it as a document. */
  | { readonly type: 'compare'; readonly uri: string; readonly what: 'end' | 'document' }
  /** Exports a report of the file. */
  | { readonly type: 'report'; readonly uri: string }
  /** Opens an assessment of the workspace. */
  | { readonly type: 'open'; readonly uri: string }
  | { readonly type: 'new' }
  /** Shows the sheet, at a service if one is given. */
  | { readonly type: 'read'; readonly service?: string };

/** Messages that ask for something to be done to a file. */
export type PanelRequest = Exclude<PanelMessage, { readonly type: 'ready' | 'width' } | TrendRequest>;
