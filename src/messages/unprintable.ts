/** Characters that hide, reorder or control the text around them. */

/** A letter of a script in which joiners shape letters, such as Arabic and the scripts of India and its neighbours. */
const joining =
  '[\\p{scx=Arab}\\p{scx=Syrc}\\p{scx=Nkoo}\\p{scx=Mong}\\p{scx=Deva}\\p{scx=Beng}\\p{scx=Guru}\\p{scx=Gujr}' +
  '\\p{scx=Orya}\\p{scx=Taml}\\p{scx=Telu}\\p{scx=Knda}\\p{scx=Mlym}\\p{scx=Sinh}\\p{scx=Khmr}\\p{scx=Mymr}]';

/**
 * Places where a variation selector or joiner has its normal use: a single one after a matching character. More of them
 * could carry hidden text.
 */
const emojiStyle = '(?<=[\\p{Emoji}\\p{Extended_Pictographic}])[\\ufe0e\\ufe0f]';
const ideographVariant = '(?<=\\p{Unified_Ideograph})[\\ufe00-\\ufe02\\u{e0100}-\\u{e01ef}]';
const mongolianVariant = '(?<=\\p{Script=Mongolian})[\\u180b-\\u180d\\u180f]';
const joinedEmoji = '(?<=[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\ufe0f])\\u200d(?=\\p{Extended_Pictographic})';
const joinedLetters = `(?<=${joining})[\\u200c\\u200d](?=${joining})`;
const meant = `${emojiStyle}|${ideographVariant}|${mongolianVariant}|${joinedEmoji}|${joinedLetters}`;

let compiled: RegExp | undefined;

/**
 * Control characters, marks that reorder or hide text, tags, line and paragraph separators, unpaired surrogates, and
 * noncharacters. Private-use characters are allowed: they are visible, and names in Japan are written with them. Made
 * on first use, since that takes milliseconds and most texts do not need it.
 */
export function unprintable(): RegExp {
  compiled ??= new RegExp(
    `(?!${meant})[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}` +
      '\\p{Noncharacter_Code_Point}\\ufff9-\\ufffb]',
    'gu',
  );
  return compiled;
}

/**
 * What most texts consist of: letters and marks of which none is unprintable, whatever stands beside it. A quick test,
 * since the full one takes as long as the rest of a message.
 */
const harmless = /^[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2190-\u21ff\u3000-\u30ff\u4e00-\u9fff\uff01-\uff5e]*$/;

/** Whether a text has a character that hides, reorders or controls others; line breaks are such characters. */
export function hasUnprintable(text: string): boolean {
  return !harmless.test(text) && text.search(unprintable()) >= 0;
}

/** The text with each unprintable character replaced; line breaks are such characters. */
export function replaceUnprintable(text: string, replace: (character: string) => string = () => '\ufffd'): string {
  return harmless.test(text) ? text : text.replace(unprintable(), replace);
}
