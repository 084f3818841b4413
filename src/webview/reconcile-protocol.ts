/** The messages between the tab "Reconcile" and its host. */
import type { Catalogue, Language } from '../messages/messages';
import type { Sheet } from '../sheet/sheet';
import type { ReconciledService } from '../views/reconciliation';

/** An assessor's own file. */
export interface AssessorFile {
  readonly uri: string;
  /** As to be shown. */
  readonly path: string;
  /** The assessor, where the file names one. */
  readonly name: string;
  readonly scored: number;
  readonly applicable: number;
  /** Why what it says does not count. */
  readonly trouble?: 'broken' | 'twice';
}

export interface ReconcileState {
  readonly type: 'state';
  readonly uri: string;
  readonly name: string;
  /** The agreed file cannot be read: nothing can be written to it. */
  readonly broken: boolean;
  readonly assessors: readonly AssessorFile[];
  readonly services: readonly ReconciledService[];
}

export type ReconcileHostMessage =
  | { readonly type: 'texts'; readonly language: Language; readonly catalogue: Catalogue; readonly sheet: Sheet }
  | ReconcileState
  /** An edit was refused, and why. */
  | { readonly type: 'refused'; readonly text: string }
  | { readonly type: 'focus' };

export type ReconcileMessage =
  | { readonly type: 'ready' }
  /** The score of a service that was agreed on; what each gave is kept with it. */
  | { readonly type: 'choose'; readonly service: string; readonly score: number }
  /** Takes over what all gave the same. */
  | { readonly type: 'take' }
  | {
      readonly type: 'record';
      readonly service: string;
      readonly record: { readonly kind: 'note'; readonly text: string };
    }
  | { readonly type: 'undo' | 'redo' | 'start' }
  /** Opens an assessor's file, or the agreed one, at a service if one is named. */
  | { readonly type: 'open'; readonly uri: string; readonly service?: string };
