// The short code that follows from a reflection's id alone: the first 40 bits of its SHA-256 in
// digits and capitals that are not taken for one another. The server works it out the same way.
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export async function receipt(id) {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(id)));
  let bits = 0n;
  for (const byte of hash.subarray(0, 5)) bits = (bits << 8n) | BigInt(byte);
  let code = '';
  for (let shift = 35n; shift >= 0n; shift -= 5n) code += LETTERS[Number((bits >> shift) & 31n)];
  return code.slice(0, 4) + '-' + code.slice(4);
}
