import { createHmac, timingSafeEqual } from 'node:crypto';

/** A page on which one contract can be signed, for so long. */
export interface SignSession {
  readonly contractCode: string;
  readonly until: Date;
}

/** As long as a session of H5 lives. */
const sessionMs = 10 * 60_000;

const macOf = (key: string, text: string): string =>
  createHmac('sha256', key).update(`sign session ${text}`).digest('base64url').slice(0, 32);

/** Nobody can make one up, and nothing has to be kept of it. */
export function openSession(key: string, contractCode: string, now: Date): string {
  const text = `${contractCode}.${now.getTime() + sessionMs}`;
  return `${text}.${macOf(key, text)}`;
}

/** Undefined for what was made up; one that has ended is still read. */
export function readSession(key: string, session: string): SignSession | undefined {
  const [contractCode = '', until = '', mac = ''] = session.split('.');
  const expected = Buffer.from(macOf(key, `${contractCode}.${until}`));
  const given = Buffer.from(mac);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  return { contractCode, until: new Date(Number(until)) };
}
