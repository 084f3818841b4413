/** The messages between the sheet's page and its host. */
import { languages, type Catalogue, type Language } from '../messages/messages';
import type { Sheet } from '../sheet/sheet';
import type { Marked } from '../views/SheetDocument';

/** The languages of the sheet to show: one, or all side by side. */
export const layouts = [...languages, 'all'] as const;
export type Layout = (typeof layouts)[number];

/** Prefixes of the message keys that the page uses. */
export const sheetWords = ['view.', 'criterion.'] as const;

/** Messages from the host to the page. */
export type SheetHostMessage =
  /** The texts: sent first, and again when they change. `language` is the reader's own. */
  | {
      readonly type: 'texts';
      readonly language: Language;
      readonly catalogues: Readonly<Record<Language, Catalogue>>;
      readonly sheets: Readonly<Record<Language, Sheet>>;
    }
  /** The active assessment; `null` while none can be read. */
  | { readonly type: 'marked'; readonly marked: Marked | null }
  /** Shows a service of the sheet, or one of its levels. */
  | { readonly type: 'show'; readonly service: string; readonly level?: number };

/** Messages from the page to the host. */
export type SheetMessage =
  | { readonly type: 'ready' }
  /** Saves the sheet as HTML, in the languages shown. */
  | { readonly type: 'save'; readonly layout: Layout };
