/** Digests by which the index recognises what it has read before. */

/** SHA-256 in Base64, of bytes or of a text as UTF-8. */
export async function digest(content: string | Uint8Array): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource))));
}
