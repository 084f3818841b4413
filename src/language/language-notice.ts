/** The notice for users whose editor speaks another language than the product. */
import { languages, type Language, type Translate } from '../messages/messages';

/** Languages by their own names, which their speakers recognise. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', ja: '日本語' };

export interface LanguageNotice {
  readonly text: string;
  /** Why the languages differ. */
  readonly detail: string;
}

/** The notice for an editor with a language tag such as `ja` or `de-at`, or `undefined` where both speak the same. */
export function languageNotice(editorTag: string, t: Translate): LanguageNotice | undefined {
  const base = editorTag.toLowerCase().split(/[-_]/)[0] ?? '';
  if (base === t.language) return undefined;
  const isSpoken = languages.some((language) => language === base);
  const parameters = { editor: nameOf(editorTag, t.language) };
  return {
    text: t('language.spoken', { language: languageNames[t.language] }),
    detail: isSpoken ? t('language.by-setting', parameters) : t('language.not-at-hand', parameters),
  };
}

/** The name of a language; the tag itself where it is unknown. */
function nameOf(tag: string, language: Language): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
