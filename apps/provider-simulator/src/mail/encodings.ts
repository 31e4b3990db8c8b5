/** Bytes of a MIME body by its Content-Transfer-Encoding (RFC 2045, 6). `raw` is Latin-1 text, one character a byte. */
export function decodeTransfer(raw: string, encoding: string): Buffer {
  switch (encoding.trim().toLowerCase()) {
    case 'base64':
      return Buffer.from(raw, 'base64');
    case 'quoted-printable':
      return decodeQuotedPrintable(raw);
    default:
      return Buffer.from(raw, 'latin1');
  }
}

/** RFC 2045, 6.7: `=XX` is a byte, `=` at a line's end joins it with the next. */
function decodeQuotedPrintable(text: string): Buffer {
  const joined = text.replace(/[ \t]+(?=\r?\n|$)/g, '').replace(/=\r?\n/g, '');
  return Buffer.from(
    joined.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  );
}

/** Text out of bytes; a charset nobody knows is read as UTF-8, with what does not fit marked. */
export function decodeCharset(bytes: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder('utf-8').decode(bytes);
  }
}

const encodedWord = /=\?([^?\s]+)\?([BbQq])\?([^?]*)\?=(\s+(?==\?))?/g;

/** A header's text with its encoded words (RFC 2047) put into plain. White space between two of them belongs to neither. */
export function decodeWords(header: string): string {
  return header.replace(encodedWord, (_, charset: string, encoding: string, text: string) => {
    const bytes =
      encoding.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : decodeQuotedPrintable(text.replaceAll('_', '=20'));
    return decodeCharset(bytes, charset.replace(/\*.*$/, ''));
  });
}
