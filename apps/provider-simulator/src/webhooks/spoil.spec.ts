import { checkSignature, signatureHeaders } from '../signatures/signature';
import { spoil } from './spoil';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const body = '{"type":"operation.confirmed"}';
const request = { headers: signatureHeaders(secret, 'msg_1', new Date(), body), body };
const isGood = (spoiled: typeof request | Awaited<ReturnType<typeof spoil>>) =>
  checkSignature(secret, { ...spoiled.headers }, String(spoiled.body), new Date()).ok;

describe('spoil', () => {
  it('makes a signature one that does not fit, and leaves what is said', async () => {
    const spoiled = await spoil(request, 'wrong-signature', () => undefined);
    expect(isGood(request)).toBe(true);
    expect(isGood(spoiled)).toBe(false);
    expect(JSON.parse(String(spoiled.body))).toEqual(JSON.parse(body));
    const bytes = await spoil({ ...request, body: Buffer.from(body) }, 'wrong-signature', () => undefined);
    expect(isGood(bytes)).toBe(false);
  });

  it('has it signed by an unknown key where keys have names, and else not rightly', async () => {
    const other = { headers: { key: 'other' }, body };
    expect(await spoil(request, 'unknown-key', () => other)).toBe(other);
    expect(isGood(await spoil(request, 'unknown-key', () => undefined))).toBe(false);
  });

  it('leaves what is to be replayed as it is', async () =>
    expect(await spoil(request, 'replay', () => undefined)).toBe(request));
});
