import { createHmac } from 'node:crypto';
import { err, ok, parseId, type Id, type Result } from '@bindery/kernel';
import { isSame, type KeyRing } from '@bindery/trust';

/** LINK_INVALID: nobody of ours made it. LINK_EXPIRED: its minutes are over. */
export type LinkRefused = { readonly kind: 'LINK_INVALID' | 'LINK_EXPIRED' };

/** What a link is to, and in which session it was asked for. */
export interface ExportLink {
  readonly exportId: Id<'usage_export'>;
  readonly sessionId: Id<'session'>;
}

/** One file, fetched by whoever has the link, until it expires. Its second part is the session, which the gateway looks at: a link ends with it. */
export interface ExportLinks {
  make(link: ExportLink, expiresAt: Date): string;
  read(token: string, now: Date): Result<ExportLink, LinkRefused>;
}

/** Ids without the names of their types, a moment in seconds, a MAC: together less than the 100 characters that routers take for a part of a path. */
const tokenPattern = /^([0-9a-z]{26})\.([0-9a-z]{26})\.(\d{1,12})\.([\w-]{22})$/;
/** Half of SHA-256, the least that RFC 2104 (section 5) lets stand. */
const macBytes = 16;

const tail = (id: string): string => id.slice(-26);

/** Signed with the first key, read by all: HMAC-SHA-256-128, so that nobody guesses one, and nothing has to be kept of it. */
export function createExportLinks(keys: KeyRing): ExportLinks {
  const ring = [...keys.values()];
  const macOf = (text: string, key: Uint8Array) =>
    createHmac('sha256', key).update(`usage-export ${text}`).digest().subarray(0, macBytes).toString('base64url');
  return {
    make({ exportId, sessionId }, expiresAt) {
      const text = `${tail(exportId)}.${tail(sessionId)}.${Math.floor(expiresAt.getTime() / 1000)}`;
      return `${text}.${macOf(text, ring[0] ?? Buffer.alloc(0))}`;
    },
    read(token, now) {
      const [, id = '', session = '', seconds = '', mac = ''] = tokenPattern.exec(token) ?? [];
      const exportId = parseId('usage_export', `usage_export_${id}`);
      const sessionId = parseId('session', `session_${session}`);
      const text = `${id}.${session}.${seconds}`;
      if (!exportId || !sessionId || !ring.some((key) => isSame(mac, macOf(text, key))))
        return err({ kind: 'LINK_INVALID' });
      return now.getTime() < Number(seconds) * 1000 ? ok({ exportId, sessionId }) : err({ kind: 'LINK_EXPIRED' });
    },
  };
}
