/** One form for texts that differ in width, case, accents, hyphens or kind of kana only. */
export function normalise(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/([A-Za-z])\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/ー/g, '')
    .replace(/[\s\-‐‑–—_/・、。,，()（）[\]「」“”"'’]+/g, ' ');
}
