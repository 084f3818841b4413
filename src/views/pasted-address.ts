/** The web address that is pasted, which then is not inserted; `undefined` for anything else. */
export function takePastedAddress(event: ClipboardEvent): string | undefined {
  const text = event.clipboardData?.getData('text/plain').trim() ?? '';
  if (!/^https?:\/\/\S+$/i.test(text)) return undefined;
  event.preventDefault();
  return text;
}
