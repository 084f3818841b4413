/** The messages between the page of assessments side by side and its host. */
import type { Catalogue, Language } from '../messages/messages';
import type { Sheet } from '../sheet/sheet';
import type { RollUpRow, UnscoredFile } from '../views/roll-up-order';

/** Prefixes of the message keys that the page uses. */
export const rollUpWords = ['view.', 'criterion.', 'report.column.'] as const;

/** An assessment with its address. */
export interface HostedRow extends RollUpRow {
  readonly uri: string;
}

export type RollUpHostMessage =
  | { readonly type: 'texts'; readonly language: Language; readonly catalogue: Catalogue; readonly sheet: Sheet }
  /** All rows, and the files that cannot be scored. */
  | { readonly type: 'rows'; readonly rows: readonly HostedRow[]; readonly unscored: readonly UnscoredFile[] }
  /** The number of files read so far. */
  | { readonly type: 'reading'; readonly count: number };

export type RollUpPanelMessage =
  | { readonly type: 'ready' | 'read' | 'stop' }
  /** Opens an assessment, at a service if one is named. */
  | { readonly type: 'open'; readonly uri: string; readonly service?: string }
  /** Exports what is shown: the assessments in this order, and the paths of files that cannot be scored. */
  | {
      readonly type: 'export';
      readonly rows: readonly string[];
      readonly unscored: readonly string[];
      readonly isGrouped: boolean;
      /** Areas whose services are folded. */
      readonly folded: readonly string[];
    };
