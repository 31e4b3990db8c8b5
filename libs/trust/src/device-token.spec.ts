import { newId } from '@bindery/kernel';
import { signAccessToken } from './access-token';
import { createDeviceTokens, deviceTokenLifetimeMs } from './device-token';
import { generateSigningKey, readSigningKey } from './keys';

const key = (fill: number) => new Uint8Array(32).fill(fill);
const tokens = createDeviceTokens(new Map([['a', key(1)]]));
const holder = { accountId: newId('account'), device: newId('device') };
const now = new Date('2026-01-01T00:00:00Z');

describe('device tokens', () => {
  it('say whose device it is for as long as it is used', async () => {
    const token = await tokens.issue(holder, now);
    expect(await tokens.read(token, now)).toEqual({ ...holder, issuedAt: now });
    expect(await tokens.read(token, new Date(now.getTime() + deviceTokenLifetimeMs))).toBeDefined();
    expect(await tokens.read(token, new Date(now.getTime() + deviceTokenLifetimeMs + 61_000))).toBeUndefined();
  });

  it('are read while keys are changed, and not when their key is gone', async () => {
    const token = await tokens.issue(holder, now);
    const both = createDeviceTokens(
      new Map([
        ['b', key(2)],
        ['a', key(1)],
      ]),
    );
    expect(await both.read(token, now)).toMatchObject(holder);
    expect(await createDeviceTokens(new Map([['b', key(2)]])).read(token, now)).toBeUndefined();
    expect(await createDeviceTokens(new Map([['a', key(2)]])).read(token, now)).toBeUndefined();
  });

  it('are not what others sign, nor anything else', async () => {
    const viewer = { ...holder, deviceId: holder.device, sessionId: newId('session'), assuranceLevel: 'AAL1' } as const;
    const access = await signAccessToken(viewer, now, await readSigningKey(await generateSigningKey()));
    const token = await tokens.issue(holder, now);
    const [header, payload = '', signature] = token.split('.');
    const other = Buffer.from(
      JSON.stringify({ ...JSON.parse(Buffer.from(payload, 'base64url').toString()), sub: newId('account') }),
    ).toString('base64url');
    const unsigned = `${Buffer.from('{"alg":"none","typ":"device+jwt","kid":"a"}').toString('base64url')}.${payload}.`;
    for (const text of [access.token, `${header}.${other}.${signature}`, unsigned, '', 'x', 'x'.repeat(2_000), null])
      expect(await tokens.read(text, now)).toBeUndefined();
  });
});
