import { secrets } from '../../testing/catalogue';
import { startWorld, type World } from '../../testing/start-world';
import { signatureHeaders } from '../../signatures/signature';

describe('requests of the platform to a provider', () => {
  let world: World;
  beforeAll(async () => void (world = await startWorld()));
  afterAll(() => world.stop());

  const secret = secrets['seaside-bank'];
  const body = { cardNumber: '4111111111111111' };
  const text = JSON.stringify(body);
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  const send = (headers: Record<string, string>) =>
    world.plain('POST', '/providers/seaside-bank/tokens', body, headers);

  it('are answered when signed with the provider’s secret, four minutes old or ahead as well', async () => {
    for (const minutes of [0, 4, -4])
      expect(await send(signatureHeaders(secret, 'call_1', minutesAgo(minutes), text))).toMatchObject({ status: 201 });
  });

  it('are answered by either secret while it is changed', async () => {
    const next = `whsec_${Buffer.alloc(32, 99).toString('base64')}`;
    const change = (order: object) => world.plain('PUT', '/providers/seaside-bank/secret-change', order);
    const statuses = async () => {
      const answers = [secret, next].map((one) => send(signatureHeaders(one, 'call_1', new Date(), text)));
      return (await Promise.all(answers)).map(({ status }) => status);
    };
    expect(await change({ next })).toMatchObject({ status: 200, body: { secrets: 2 } });
    expect(await statuses()).toEqual([201, 201]);
    expect(await change({})).toMatchObject({ status: 200, body: { secrets: 1 } });
    expect(await statuses()).toEqual([201, 401]);
  });

  it.each([
    ['without a signature', () => ({}), 'SIGNATURE_REQUIRED'],
    [
      'with a header left out',
      () => ({ ...signatureHeaders(secret, 'call_1', new Date(), text), 'webhook-id': '' }),
      'SIGNATURE_REQUIRED',
    ],
    [
      'signed with another provider’s secret',
      () => signatureHeaders(secrets.cloudgate, 'call_1', new Date(), text),
      'SIGNATURE_INVALID',
    ],
    ['signed over another body', () => signatureHeaders(secret, 'call_1', new Date(), `${text} `), 'SIGNATURE_INVALID'],
    ['signed six minutes ago', () => signatureHeaders(secret, 'call_1', minutesAgo(6), text), 'SIGNATURE_INVALID'],
    [
      'signed for six minutes ahead',
      () => signatureHeaders(secret, 'call_1', minutesAgo(-6), text),
      'SIGNATURE_INVALID',
    ],
    [
      'with a moment that was not signed',
      () => ({
        ...signatureHeaders(secret, 'call_1', minutesAgo(1), text),
        'webhook-timestamp': `${Math.floor(Date.now() / 1000)}`,
      }),
      'SIGNATURE_INVALID',
    ],
  ])('are refused %s', async (_what, headers, code) => {
    expect(await send(headers())).toMatchObject({ status: 401, body: { code } });
  });

  it('sign the path where there is no body', async () => {
    const path = '/providers/seaside-bank/operations/operation_1';
    const get = (signedPath: string) =>
      world.plain('GET', path, undefined, signatureHeaders(secret, 'call_1', new Date(), signedPath));
    expect(await get(path)).toMatchObject({ status: 404, body: { code: 'OPERATION_UNKNOWN' } });
    expect(await get('/providers/seaside-bank/operations/operation_2')).toMatchObject({ status: 401 });
    expect(await get('')).toMatchObject({ status: 401 });
  });

  it('are not answered for a provider that does not exist', async () => {
    expect(
      await world.plain(
        'POST',
        '/providers/moon-bank/tokens',
        body,
        signatureHeaders(secret, 'call_1', new Date(), text),
      ),
    ).toMatchObject({ status: 404 });
  });

  it('are refused without a trace of the inside when their shape is wrong', async () => {
    expect(await world.signed('seaside-bank', 'POST', '/tokens', { number: 1 })).toMatchObject({
      status: 400,
      body: { code: 'REQUEST_MALFORMED' },
    });
    const broken = signatureHeaders(secret, 'call_1', new Date(), '');
    expect(
      await world.plain('POST', '/providers/seaside-bank/tokens', undefined, {
        ...broken,
        'content-type': 'application/json',
      }),
    ).toMatchObject({ status: 400 });
  });

  it('are refused when larger than any message of a company', async () => {
    expect(await world.signed('seaside-bank', 'POST', '/tokens', { cardNumber: '4'.repeat(70_000) })).toMatchObject({
      status: 413,
    });
  });
});
