import { decodeCharset, decodeTransfer, decodeWords } from './encodings';

/** What a person reads of a mail. */
export interface MimeMessage {
  readonly subject: string;
  readonly from: string;
  readonly text: string;
  readonly html?: string;
}

interface Part {
  readonly type: string;
  readonly content: string;
}

/** Deeper nesting than any honest mail has. */
const depthMax = 5;

/**
 * Subject, sender and the first text/plain and text/html part of a mail (RFC 5322, RFC 2045–2047). Attachments are left out.
 * What is not understood comes out as it stands: a catcher must show every mail.
 */
export function parseMime(source: Buffer): MimeMessage {
  const raw = source.toString('latin1');
  const { headers } = splitEntity(raw);
  const parts = partsOf(raw, depthMax);
  const first = (type: string) => parts.find((part) => part.type === type)?.content;
  return {
    subject: decodeWords(headers.get('subject') ?? ''),
    from: decodeWords(headers.get('from') ?? ''),
    text: first('text/plain') ?? '',
    html: first('text/html'),
  };
}

function partsOf(raw: string, depthLeft: number): Part[] {
  const { headers, body } = splitEntity(raw);
  const contentType = headers.get('content-type') ?? 'text/plain';
  const type = /^[^;\s]+/.exec(contentType)?.[0].toLowerCase() ?? 'text/plain';
  if (type.startsWith('multipart/')) {
    const boundary = parameter(contentType, 'boundary');
    return boundary === undefined || depthLeft === 0
      ? []
      : splitParts(body, boundary).flatMap((part) => partsOf(part, depthLeft - 1));
  }
  if (!type.startsWith('text/') || /^attachment/i.test(headers.get('content-disposition') ?? '')) return [];
  const bytes = decodeTransfer(body, headers.get('content-transfer-encoding') ?? '');
  return [{ type, content: decodeCharset(bytes, parameter(contentType, 'charset') ?? 'utf-8') }];
}

function splitEntity(raw: string): { headers: Map<string, string>; body: string } {
  const end = /\r?\n\r?\n/.exec(raw);
  const head = end ? raw.slice(0, end.index) : raw;
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const headers = lines.map(
    (line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()] as const,
  );
  return { headers: new Map(headers), body: end ? raw.slice(end.index + end[0].length) : '' };
}

/** The parts between the boundary's lines: what stands before the first and after the closing one belongs to nobody. */
function splitParts(body: string, boundary: string): string[] {
  const pieces = `\r\n${body}`.split(new RegExp(`\\r?\\n--${boundary.replace(/[^A-Za-z0-9]/g, '\\$&')}`));
  const closing = pieces.findIndex((piece, index) => index > 0 && piece.startsWith('--'));
  return pieces.slice(1, closing === -1 ? undefined : closing).map((piece) => piece.replace(/^[ \t]*\r?\n/, ''));
}

function parameter(header: string, name: string): string | undefined {
  const match = new RegExp(`;\\s*${name}="?([^";]+)`, 'i').exec(header);
  return match?.[1]?.trim();
}
