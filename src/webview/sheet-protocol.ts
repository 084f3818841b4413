/** The messages between the sheet's page and its host. */
import { languages, type Catalogue, type Language } from '../messages/messages';
import type { Sheet } from '../sheet/sheet';
import type { Marked } from '../views/SheetDocument';

/** Which languages of the sheet show: one, or all side by side. */
export const layouts = [...languages, 'all'] as const;
export type Layout = (typeof layouts)[number];

/** Which of the messages the page says: what their keys begin with. */
export const sheetWords = ['view.', 'criterion.'] as const;

/** From the host to the page. */
export type SheetHostMessage =
  /** The words: sent first, and again when they change. `language` is the reader's own. */
  | {
      readonly type: 'texts';
      readonly language: Language;
      readonly catalogues: Readonly<Record<Language, Catalogue>>;
      readonly sheets: Readonly<Record<Language, Sheet>>;
    }
  /** What the active assessment says; `null` while there is none that can be read. */
  | { readonly type: 'marked'; readonly marked: Marked | null }
  /** Shows a place of the sheet: a service, or one of its levels. */
  | { readonly type: 'show'; readonly service: string; readonly level?: number };

/** From the page to the host. */
export type SheetMessage =
  | { readonly type: 'ready' }
  /** Saves the sheet as HTML, in the languages shown. */
  | { readonly type: 'save'; readonly layout: Layout };
