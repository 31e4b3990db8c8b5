/** RFC 5321, 4.5.3.1: a path of 256 octets with its brackets; 64 of them before the @. */
const addressLengthMax = 254;
const localPartLengthMax = 64;

/** Dot-atom of RFC 5322, 3.2.3. Quoted local parts and comments are allowed by the RFC and by no form that people know. */
const localPart = /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;

/** At least two labels of RFC 1035, the last of which is not a number: no addresses of machines. */
const hostName = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * A mail address as typed → as it is written to, or undefined when it can be none. Spaces around it and full-width letters are fine; the domain becomes
 * lower-case ASCII (IDNA), while the part before the @ is kept as it is: only its own server may say that case does not matter there.
 */
export function readMailAddress(text: string): string | undefined {
  if (text.length > 4 * addressLengthMax) return undefined;
  const typed = text.normalize('NFKC').trim();
  const at = typed.lastIndexOf('@');
  const local = typed.slice(0, Math.max(0, at));
  if (!localPart.test(local) || local.length > localPartLengthMax) return undefined;
  const domain = toAsciiDomain(typed.slice(at + 1));
  if (!domain) return undefined;
  const address = `${local}@${domain}`;
  return address.length <= addressLengthMax ? address : undefined;
}

function toAsciiDomain(domain: string): string | undefined {
  if (/[\s/?#@:\\%]/.test(domain)) return undefined;
  // The one way that browsers and Node share; it lower-cases as well.
  const url = `http://${domain}`;
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  return hostName.test(host) ? host : undefined;
}
