import PostalMime, { type Address } from 'postal-mime';

/** What a person reads of a mail. */
export interface MimeMessage {
  readonly subject: string;
  readonly from: string;
  readonly text: string;
  readonly html?: string;
}

/**
 * Subject, sender and text of a mail; attachments are left out. A mail that cannot be read is shown as it stands: a catcher
 * must show every mail.
 */
export async function parseMime(source: Buffer): Promise<MimeMessage> {
  try {
    const { subject = '', from, text = '', html } = await PostalMime.parse(source);
    return { subject, from: toSender(from), text: withoutLastBreak(text), html: html && withoutLastBreak(html) };
  } catch {
    return { subject: '', from: '', text: source.toString() };
  }
}

function toSender(from: Address | undefined): string {
  const { name = '', address = '' } = from ?? {};
  return name && address ? `${name} <${address}>` : name || address;
}

/** The parser ends every text with a line break. */
const withoutLastBreak = (text: string) => text.replace(/\n$/, '');
