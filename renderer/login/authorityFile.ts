/** A certificate file as somebody chose it, made into PEM: what Windows exports is often the bytes alone (DER). */
/** As many as the settings hold (`maxAuthority` of the bridge, whose schemas stay out of the page). */
export const maxAuthorityBytes = 65_536;

/** Null where it is too large to be one. */
export async function pemOf(file: Blob): Promise<string | null> {
  if (file.size > maxAuthorityBytes) return null;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const pem = isDer(bytes) ? pemOfDer(bytes) : new TextDecoder().decode(bytes);
  return pem.length > maxAuthorityBytes ? null : pem;
}

/** An ASN.1 sequence, which no text begins with: `0` and a length of two bytes. */
function isDer(bytes: Uint8Array): boolean {
  return bytes[0] === 0x30 && bytes[1] === 0x82;
}

function pemOfDer(bytes: Uint8Array): string {
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const lines = base64.match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
