import type { IncomingHttpHeaders } from 'node:http';
import { headerText } from './http-host';

/**
 * Whether a browser sends this for a page of another site: by what it says of itself (Fetch Metadata, W3C), and where it says nothing,
 * by the origin of the page (RFC 6454), which browsers send with every form. A program sends neither.
 */
export function isFromOtherSite(headers: IncomingHttpHeaders): boolean {
  const site = headerText(headers['sec-fetch-site']);
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin } = headers;
  if (origin === undefined) return false;
  const host = headers.host ?? headerText(headers[':authority'] as string | undefined);
  return !URL.canParse(origin) || new URL(origin).host !== host?.toLowerCase();
}
