/** The messages between the "Reconcile" page and its host. */
import type { Catalogue, Language } from '../messages/messages';
import type { Sheet } from '../sheet/sheet';
import type { ReconciledService } from '../views/reconciliation';

/** The individual scoring of one assessor. */
export interface AssessorFile {
  readonly uri: string;
  /** The path in the form users see. */
  readonly path: string;
  /** The assessor, where the file names one. */
  readonly name: string;
  readonly scored: number;
  readonly applicable: number;
  /** Why its scores do not count. */
  readonly trouble?: 'broken' | 'twice';
}

export interface ReconcileState {
  readonly type: 'state';
  readonly uri: string;
  readonly name: string;
  /** The agreed file cannot be read, so nothing can be written to it. */
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
  /** The agreed score of a service; the assessors' scores are stored with it. */
  | { readonly type: 'choose'; readonly service: string; readonly score: number }
  /** Accepts the scores on which all assessors agree. */
  | { readonly type: 'take' }
  | {
      readonly type: 'record';
      readonly service: string;
      readonly record: { readonly kind: 'note'; readonly text: string };
    }
  | { readonly type: 'undo' | 'redo' | 'start' }
  /** Opens an assessor's file or the agreed one, optionally at a service. */
  | { readonly type: 'open'; readonly uri: string; readonly service?: string };
