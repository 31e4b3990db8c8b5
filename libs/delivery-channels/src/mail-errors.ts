/** What can go wrong with a mail. None of them carries the address or the words. */
export type MailError =
  /** The server will not take mail for this address. */
  | { readonly kind: 'ADDRESS_NOT_ACCEPTED' }
  | { readonly kind: 'MESSAGE_NOT_ACCEPTED'; readonly detail: string }
  /** Not reached, busy, or silent; the mail may have been taken. */
  | { readonly kind: 'MAIL_UNAVAILABLE'; readonly detail: string };

/** What nodemailer throws: its `code`, the SMTP `command` it stood at, and the server's reply (RFC 5321, 4.2.1: 5yz is for good, 4yz for now). */
export function toMailError(error: unknown): MailError {
  const { code, command, responseCode } = (error ?? {}) as {
    code?: unknown;
    command?: unknown;
    responseCode?: unknown;
  };
  const detail =
    [code, responseCode].filter((part) => typeof part === 'string' || typeof part === 'number').join(' ') || 'unknown';
  // Without a reply nodemailer itself found the envelope or the message wanting, and will again.
  const isForGood =
    typeof responseCode === 'number' ? responseCode >= 500 : code === 'EENVELOPE' || code === 'EMESSAGE';
  if (!isForGood) return { kind: 'MAIL_UNAVAILABLE', detail };
  return code === 'EENVELOPE' && command !== 'MAIL FROM' && command !== 'DATA'
    ? { kind: 'ADDRESS_NOT_ACCEPTED' }
    : { kind: 'MESSAGE_NOT_ACCEPTED', detail };
}
