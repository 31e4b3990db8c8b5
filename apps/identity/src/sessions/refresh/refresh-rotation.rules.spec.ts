import { newId } from '@bindery/kernel';
import { decideRotation as decide, repeatWithinMs, retryWithinMs } from './refresh-rotation.rules';
import type { Session } from '../session.rules';

const rotatedAt = new Date('2026-01-01T12:00:00Z');
const session: Session = {
  id: newId('session'),
  accountId: newId('account'),
  deviceId: newId('device'),
  clientApp: 'wallet-ios',
  assuranceLevel: 'AAL1',
  generation: 5,
  refreshHash: 'hash',
  rotatedAt,
  rotatedBy: 'this key',
  startedAt: rotatedAt,
  lastUsedAt: rotatedAt,
  endsAt: new Date('2026-01-31T12:00:00Z'),
  endedAt: null,
  endCause: null,
};
const after = (ms: number) => new Date(rotatedAt.getTime() + ms);

const decideRotation = (of: Session, presented: Parameters<typeof decide>[1], generation: number, now: Date) =>
  decide(of, presented, generation, 'another key', now);

describe('decideRotation', () => {
  it('repeats for the very same request until its answer is used, for minutes', () => {
    expect(decide(session, 'EARLIER', 4, 'this key', after(repeatWithinMs + 1))).toBe('REPEAT');
    expect(decide(session, 'EARLIER', 4, 'this key', after(retryWithinMs))).toBe('REPEAT');
    expect(decide(session, 'EARLIER', 4, 'this key', after(retryWithinMs + 1))).toBe('REUSED');
    expect(decide(session, 'EARLIER', 3, 'this key', after(0))).toBe('REUSED');
  });

  it('rotates the current token, however old', () => {
    expect(decideRotation(session, 'CURRENT', 5, after(0))).toBe('ROTATE');
    expect(decideRotation(session, 'CURRENT', 5, after(86_400_000))).toBe('ROTATE');
  });

  it('repeats for the token just before, for ten seconds', () => {
    expect(decideRotation(session, 'EARLIER', 4, after(repeatWithinMs))).toBe('REPEAT');
    expect(decideRotation(session, 'EARLIER', 4, after(repeatWithinMs + 1))).toBe('REUSED');
  });

  it('takes any older token as stolen', () => expect(decideRotation(session, 'EARLIER', 3, after(0))).toBe('REUSED'));

  it.each(['CURRENT', 'EARLIER', 'FORGED'] as const)(
    'refuses a token that is %s when the session is over',
    (presented) => {
      expect(decideRotation({ ...session, endedAt: rotatedAt, endCause: 'LOGGED_OUT' }, presented, 4, after(0))).toBe(
        'REFUSE',
      );
      expect(decideRotation(session, presented, 4, session.endsAt)).toBe('REFUSE');
    },
  );

  it('refuses a forged token without ending anything', () =>
    expect(decideRotation(session, 'FORGED', 4, after(60_000))).toBe('REFUSE'));
});
