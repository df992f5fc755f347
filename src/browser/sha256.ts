/** SHA-256 as lower-case hex; the browser's own is missing on plain http addresses. */
export async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return hexOf(await sha256(bytes));
}

export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const { subtle }: { readonly subtle?: SubtleCrypto } = crypto;
  if (subtle) return new Uint8Array(await subtle.digest('SHA-256', bytes));
  const { sha256: ours } = await import('@noble/hashes/sha2.js');
  return ours(bytes);
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
