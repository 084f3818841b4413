/**
 * The messages between the panel and its host. The host is the authority: the panel shows what it is sent and sends
 * intent.
 */
import type { HeadingRecord, ServiceRecord } from '../assessment/edit/recording';
import type { Catalogue, Language } from '../messages/messages';
import type { Source } from '../crosswalk/source';
import type { TrendPoint } from '../scoring/trend';
import type { Sheet } from '../sheet/sheet';
import type { AssessmentView, BaselineView, ConflictView } from '../views/model';
import type { Density } from '../views/props';

/** Which of the messages the page says: what their keys begin with. */
export const panelWords = ['view.', 'change.', 'criterion.', 'crosswalk.', 'list.', 'suggestion.'] as const;

/** An assessment of the workspace that is not open. */
export interface ListedFile {
  readonly uri: string;
  /** Its path in the workspace. */
  readonly path: string;
}

/** What the host tells the panel of the state to show. */
export type StateMessage =
  /** The words: sent first, and again when the language changes. */
  | { readonly type: 'texts'; readonly language: Language; readonly catalogue: Catalogue; readonly sheet: Sheet }
  /** How high the rows of the grid are. */
  | { readonly type: 'density'; readonly density: Density }
  /** No assessment is active: say what to do, and which ones the workspace has. */
  | { readonly type: 'empty'; readonly files?: readonly ListedFile[] }
  | {
      readonly type: 'assessment';
      readonly uri: string;
      /** Name of the file, for the heading when it has no subject. */
      readonly fileName: string;
      readonly version: number;
      /** The file can not be read just now: this is its last good state (or `null` when it never had one). */
      readonly broken: boolean;
      /** Why it can not be read: the message of its first error. */
      readonly why?: string;
      readonly view: AssessmentView | null;
      /** The merge conflicts in it: it is shown as our side has it. */
      readonly conflicts?: readonly ConflictView[];
      /** The version it is compared with, if any. */
      readonly baseline?: BaselineView;
    }
  /** The history of a file as far as it is read: often at first, then whole. */
  | {
      readonly type: 'trend';
      readonly uri: string;
      readonly points: readonly TrendPoint[];
      /** Versions read so far, while there are more. */
      readonly reading?: number;
      /** Why there is no history, or only a part of it. */
      readonly why?: string;
    }
  /** The sources of requirements that matter for a file. */
  | { readonly type: 'requirements'; readonly uri: string; readonly sources: readonly Source[] }
  /** Guided scoring begins, or goes on. */
  | { readonly type: 'guide'; readonly uri: string }
  /** The cursor in the file stands on this service. */
  | { readonly type: 'select'; readonly uri: string; readonly service: string };

/** From the host to the panel. */
export type HostMessage =
  | StateMessage
  /** The keyboard is the panel's again. */
  | { readonly type: 'focus' };

/**
 * What the panel's user wants done to a service: as the file is by then, keys are faster than what they change is
 * shown.
 */
interface Intent {
  readonly uri: string;
  readonly service: string;
}

/** Reads the history of the file shown, or ends reading it. */
export interface TrendRequest {
  readonly type: 'read-trend' | 'stop-trend';
  readonly uri: string;
}

/** From the panel to the host. */
export type PanelMessage =
  | { readonly type: 'ready' }
  /** How wide the panel is, in pixels: the view beside it is as wide. */
  | { readonly type: 'width'; readonly width: number }
  /** `null` clears the score. */
  | ({ readonly type: 'score'; readonly score: number | null } & Intent)
  /** Excludes the service; the host asks for the reason. */
  | ({ readonly type: 'exclude' } & Intent)
  /** Ends an exclusion. */
  | ({ readonly type: 'include' } & Intent)
  /** Shows the service's line in the file; `follow` only where the file shows already. */
  | ({ readonly type: 'reveal' | 'follow' } & Intent)
  /** Plans an action for the service, or for one of its criteria. */
  | ({ readonly type: 'plan'; readonly criterion?: string } & Intent)
  /** Opens the n-th piece of evidence, of the service or of a criterion. */
  | ({ readonly type: 'evidence'; readonly index: number; readonly criterion?: string } & Intent)
  /** Cites documents as evidence, by their addresses; without any the host asks for files. */
  | ({ readonly type: 'cite'; readonly uris: readonly string[]; readonly criterion?: string } & Intent)
  /** Records something at the service. */
  | ({ readonly type: 'record'; readonly record: ServiceRecord } & Intent)
  /** Records something of the assessment itself. */
  | { readonly type: 'heading'; readonly uri: string; readonly record: HeadingRecord }
  | TrendRequest
  | { readonly type: 'undo'; readonly uri: string }
  | { readonly type: 'redo'; readonly uri: string }
  /** Takes a side of a merge conflict of one version of the file. */
  | {
      readonly type: 'resolve';
      readonly uri: string;
      readonly version: number;
      readonly index: number;
      readonly taken: 'ours' | 'theirs' | 'both';
    }
  /** Ends the comparison, or writes it down as a document. */
  | { readonly type: 'compare'; readonly uri: string; readonly what: 'end' | 'document' }
  /** Exports a report of the file. */
  | { readonly type: 'report'; readonly uri: string }
  /** Opens an assessment of the workspace. */
  | { readonly type: 'open'; readonly uri: string }
  | { readonly type: 'new' }
  /** Shows the sheet, at a service if one is given. */
  | { readonly type: 'read'; readonly service?: string };

/** What the panel’s user wants done to a file. */
export type PanelRequest = Exclude<PanelMessage, { readonly type: 'ready' | 'width' } | TrendRequest>;
