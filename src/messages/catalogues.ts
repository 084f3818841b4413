/** All texts in all languages, for programs that bundle them. */
import en from '../../l10n/en.json';
import ja from '../../l10n/ja.json';
import { translatorOf, type Language, type MessageKey, type Translate } from './messages';

/** Every text of every language, by its key. */
export const catalogues: Record<Language, Record<MessageKey, string>> = { en, ja };

/** A `Translate` for one of our languages. */
export function translator(language: Language): Translate {
  return translatorOf(language, catalogues[language]);
}
