/** Control characters, marks that reorder or hide text, line and paragraph separators, and halves of surrogate pairs. */
export const unprintable = /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Cs}/gu;
