import { newId } from '@bindery/kernel';
import type { Session } from '../domain/session';
import { createRefreshTokens, hashOf, type ParsedRefreshToken } from './refresh-token';

const key = (fill: number) => new Uint8Array(32).fill(fill);
const tokens = createRefreshTokens(new Map([['a', key(1)]]));
const rotatedKeys = createRefreshTokens(
  new Map([
    ['b', key(2)],
    ['a', key(1)],
  ]),
);
const id = newId('session');
const sessionAt = (generation: number) =>
  ({ id, generation, refreshHash: hashOf(tokens.derive(id, generation)) }) as Partial<Session> as Session;
const parse = (text: string) => tokens.parse(text) as ParsedRefreshToken;

describe('createRefreshTokens', () => {
  it('derives a token of 256 secret bits, the same each time, another for each generation and session', () => {
    const secret = tokens.derive(id, 1).split('.')[2] ?? '';
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    expect(tokens.derive(id, 1)).toBe(tokens.derive(id, 1));
    expect(new Set([tokens.derive(id, 1), tokens.derive(id, 2), tokens.derive(newId('session'), 1)]).size).toBe(3);
  });

  it('knows the current, an earlier and a forged token', () => {
    expect(tokens.judge(sessionAt(3), parse(tokens.derive(id, 3)))).toBe('CURRENT');
    expect(tokens.judge(sessionAt(3), parse(tokens.derive(id, 1)))).toBe('EARLIER');
    expect(tokens.judge(sessionAt(3), parse(`${id}.1.${'A'.repeat(43)}`))).toBe('FORGED');
    expect(tokens.judge(sessionAt(3), parse(tokens.derive(id, 4)))).toBe('FORGED');
    expect(tokens.judge(sessionAt(3), parse(tokens.derive(id, 1).replace('.1.', '.3.')))).toBe('FORGED');
  });

  it('goes on knowing tokens while keys are changed', () => {
    expect(rotatedKeys.judge(sessionAt(3), parse(tokens.derive(id, 3)))).toBe('CURRENT');
    expect(rotatedKeys.judge(sessionAt(3), parse(tokens.derive(id, 2)))).toBe('EARLIER');
    expect(rotatedKeys.currentOf(sessionAt(3))).toBe(tokens.derive(id, 3));
    expect(rotatedKeys.derive(id, 4)).not.toBe(tokens.derive(id, 4));
  });

  it.each([
    '',
    'x',
    `${id}.0.${'A'.repeat(43)}`,
    `${id}.1.short`,
    `card_${id.slice(8)}.1.${'A'.repeat(43)}`,
    `session_${'z'.repeat(26)}.1.${'A'.repeat(43)}`,
  ])('does not read %j', (text) => expect(tokens.parse(text)).toBeUndefined());

  it('says so when the key of a current token is gone', () => {
    expect(() => createRefreshTokens(new Map([['b', key(2)]])).currentOf(sessionAt(1))).toThrow('gone');
    expect(() => createRefreshTokens(new Map())).toThrow('no refresh token key');
  });
});
