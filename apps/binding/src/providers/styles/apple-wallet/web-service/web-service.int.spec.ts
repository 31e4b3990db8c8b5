import { newId, unwrap } from '@bindery/kernel';
import { createDevices, newDevice, pushToken, readPass } from '../testing/devices';
import { startPasses, type RunningPasses } from '../testing/start-passes';
import { devicesMax } from './register-device';

let passes: RunningPasses;
let { download, registrationOf, register, unregister, fetchPass, operate, added } = {} as ReturnType<
  typeof createDevices
>;
beforeAll(async () => {
  passes = await startPasses();
  ({ download, registrationOf, register, unregister, fetchPass, operate, added } = createDevices(passes));
}, 60_000);
afterAll(() => passes?.stop());
/** What an earlier test put off is none of the next one’s. */
beforeEach(async () => void (await passes.drain()));

describe('the link to a pass', () => {
  it('answers the pass as a file, and no more once a device has added it', async () => {
    const pass = await download();
    const answer = await passes.ask('GET', pass.link);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/vnd.apple.pkpass',
      'content-disposition': 'attachment; filename="pass.pkpass"',
      'cache-control': 'no-store',
    });
    await register(newDevice(), pass);
    expect((await passes.ask('GET', pass.link)).status).toBe(410);
  });

  it('is over after two hours at most, and the operation has a new one by then', async () => {
    const { operationId, link } = await passes.issue();
    passes.clock.advance(2 * 60 * 60_000);
    expect((await passes.ask('GET', link)).status).toBe(410);
    const asked = await passes.connector.query(operationId);
    const step = asked.status === 'ACTIVATION_REQUIRED' ? asked.activation?.steps[0] : undefined;
    expect(step).toMatchObject({ kind: 'OPEN_LINK', url: expect.not.stringContaining(link) });
    expect((await passes.ask('GET', step?.kind === 'OPEN_LINK' ? step.url : '')).status).toBe(200);
  });

  it('cannot be made up, lengthened or turned to another pass', async () => {
    const [one, other] = [await passes.issue(), await passes.issue()];
    const [serial = '', until = '', signature = ''] = one.link.split('/').at(-1)?.split('.') ?? [];
    const otherSerial = other.link.split('/').at(-1)?.split('.')[0] ?? '';
    const of = async (token: string) => (await passes.ask('GET', `/links/${token}`)).status;
    expect(await of(`${serial}.${until}.${signature}`)).toBe(200);
    expect(await of(`${serial}.${Number(until) + 3600}.${signature}`)).toBe(404);
    expect(await of(`${otherSerial}.${until}.${signature}`)).toBe(404);
    expect(await of(`${serial}.${until}.`)).toBe(404);
    expect(await of('..%2f..%2fetc%2fpasswd')).toBe(404);
    expect(await of('x'.repeat(5_000))).toBe(414);
  });
});

describe('POST and DELETE …/registrations', () => {
  it('answers 201 to a device that is new and 200 to one that is known, and tells the platform once', async () => {
    const pass = await download();
    const device = newDevice();
    expect((await register(device, pass)).status).toBe(201);
    expect((await register(device, pass, 'e'.repeat(64))).status).toBe(200);
    expect((await register(newDevice(), pass)).status).toBe(201);
    expect(await passes.drain()).toEqual([
      {
        type: 'operation.confirmed',
        provider: 'apple-wallet',
        operationId: pass.operationId,
        credentialReference: pass.reference,
      },
    ]);
    expect(await passes.connector.query(pass.operationId)).toEqual({
      status: 'CONFIRMED',
      credentialReference: pass.reference,
    });
    expect(unwrap(await passes.connector.credentialStatus(pass.reference))).toBe('ACTIVE');
  });

  it('takes two registrations of one device at the same moment for one', async () => {
    const pass = await download();
    const device = newDevice();
    const answers = await Promise.all(Array.from({ length: 8 }, () => register(device, pass)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
  });

  it('says 401 to a wrong token, another pass’s token, another type and a serial number that there is not, all alike', async () => {
    const [pass, other] = [await added(), await added()];
    const seen = passes.refused.length;
    const path = registrationOf('d', pass.serialNumber);
    const asks: [string, Parameters<RunningPasses['ask']>[2]][] = [
      [path, { token: 'wrong-token-of-the-length' }],
      [path, { token: other.token }],
      [path, { token: pass.token.slice(0, -1) }],
      [path, {}],
      [path, { headers: { authorization: `Bearer ${pass.token}` } }],
      [`/v1/devices/d/registrations/pass.other/${pass.serialNumber}`, { token: pass.token }],
      [registrationOf('d', '0'.repeat(32)), { token: pass.token }],
      [registrationOf('d', '..%2f..%2fpass'), { token: pass.token }],
      [registrationOf('d', `${pass.serialNumber}%00`), { token: pass.token }],
      [registrationOf('d', "' OR 1=1 --"), { token: pass.token }],
    ];
    for (const [at, options] of asks)
      for (const method of ['POST', 'DELETE']) {
        const answer = await passes.ask(method, at, {
          ...options,
          body: method === 'POST' ? { pushToken } : undefined,
        });
        expect([method, at, answer.status, answer.bytes.length]).toEqual([method, at, 401, 0]);
      }
    expect(passes.refused.length - seen).toBe(2 * asks.length);
    expect((await fetchPass({ ...pass, token: other.token })).status).toBe(401);
  });

  it.each([
    ['no body', undefined],
    ['no JSON', '{'],
    ['no push token', {}],
    ['a push token that is none', { pushToken: '../3/device' }],
    ['a push token of another type', { pushToken: { $ne: 1 } }],
  ])('says 400 to %s', async (_what, body) => {
    const pass = await download();
    const answer = await passes.ask('POST', registrationOf('d', pass.serialNumber), { token: pass.token, body });
    expect(answer.status).toBe(400);
  });

  it('says 400 to a device whose name goes somewhere else, and refuses a body that is too long unread', async () => {
    const pass = await download();
    expect((await register('..%2fother', pass)).status).toBe(400);
    const { token, serialNumber } = pass;
    const long = await passes.ask('POST', registrationOf('d', serialNumber), {
      token,
      body: { pushToken: 'x'.repeat(5_000) },
    });
    expect(long.status).toBe(413);
  });

  it('takes no more devices than a holder can have', async () => {
    const pass = await download();
    for (let i = 0; i < devicesMax; i++) expect((await register(newDevice(), pass)).status).toBe(201);
    expect((await register(newDevice(), pass)).status).toBe(403);
  });

  it('tells the platform of a removal when the last device is gone, and of none where one came back', async () => {
    const pass = await added();
    const second = newDevice();
    await register(second, pass);
    await unregister(pass.device, pass);
    expect(await passes.drain()).toEqual([]);
    await unregister(second, pass);
    await register(second, pass);
    expect(await passes.drain()).toEqual([]);
    expect(unwrap(await passes.connector.credentialStatus(pass.reference))).toBe('ACTIVE');
    expect((await unregister(second, pass)).status).toBe(200);
    expect((await unregister(second, pass)).status).toBe(200);
    expect(await passes.drain()).toEqual([
      { type: 'credential.removed', provider: 'apple-wallet', credentialReference: pass.reference },
    ]);
  });

  it('never makes a pass good again that was once called absent', async () => {
    const pass = await added();
    await unregister(pass.device, pass);
    expect(unwrap(await passes.connector.credentialStatus(pass.reference))).toBe('ABSENT');
    expect((await register(pass.device, pass)).status).toBe(201);
    expect(unwrap(await passes.connector.credentialStatus(pass.reference))).toBe('ABSENT');
    expect(readPass(await fetchPass(pass))).toMatchObject({ voided: true });
    expect((await operate('RESUME', pass)).status).toBe('REFUSED');
    await expect(
      passes.dataSource.query("UPDATE pass SET standing = 'VALID' WHERE serial_number = $1", [pass.serialNumber]),
    ).rejects.toThrow(/is void/);
  });
});

describe('GET …/passes', () => {
  it('answers the newest pass with the time of its change, and 304 to a device that has it', async () => {
    const pass = await added();
    expect((await fetchPass(pass, pass.lastModified)).status).toBe(304);
    expect((await fetchPass(pass, 'no date')).status).toBe(200);
    // Two changes within one second are two for a device too.
    await operate('SUSPEND', pass);
    const suspended = await fetchPass(pass, pass.lastModified);
    expect(suspended.headers.get('content-type')).toBe('application/vnd.apple.pkpass');
    expect(readPass(suspended)).not.toHaveProperty('barcodes');
    const since = suspended.headers.get('last-modified') ?? '';
    expect((await fetchPass(pass, since)).status).toBe(304);
    await operate('RESUME', pass);
    expect(readPass(await fetchPass(pass, since))).toMatchObject({ barcodes: [{ message: pass.reference }] });
  });
});

describe('what is asked of a pass', () => {
  it('has its effect once for its id, and is known when it is asked about', async () => {
    const pass = await added();
    const [suspend, unbind] = [newId('operation'), newId('operation')];
    expect(await operate('SUSPEND', pass, suspend)).toEqual({ status: 'CONFIRMED' });
    expect(unwrap(await passes.connector.credentialStatus(pass.reference))).toBe('SUSPENDED');
    await operate('RESUME', pass);
    expect(await operate('SUSPEND', pass, suspend)).toEqual({ status: 'CONFIRMED' });
    expect(unwrap(await passes.connector.credentialStatus(pass.reference))).toBe('ACTIVE');
    expect(await passes.connector.query(suspend)).toEqual({ status: 'CONFIRMED' });
    expect(await passes.connector.query(unbind)).toEqual({ status: 'OPERATION_UNKNOWN' });
    expect(await operate('UNBIND', pass, unbind)).toEqual({ status: 'CONFIRMED' });
    expect(await operate('UNBIND', pass)).toEqual({ status: 'CONFIRMED' });
    expect(await operate('SUSPEND', pass)).toEqual({ status: 'REFUSED', cause: 'CREDENTIAL_UNKNOWN' });
    expect(await operate('SUSPEND', { ...pass, reference: 'pass_nothing' })).toEqual({
      status: 'REFUSED',
      cause: 'CREDENTIAL_UNKNOWN',
    });
    expect(unwrap(await passes.connector.credentialStatus(pass.reference))).toBe('ABSENT');
  });

  it('issues one pass for one bind, however often it is sent', async () => {
    const operationId = newId('operation');
    const { token } = unwrap(await passes.connector.tokenise({ kind: 'PASS', holderName: 'Li Mei' } as never));
    const sent = await Promise.all(
      Array.from({ length: 5 }, () => passes.connector.send({ operationId, kind: 'BIND', token })),
    );
    expect(new Set(sent.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(await passes.dataSource.query('SELECT 1 FROM pass WHERE operation_id = $1', [operationId])).toHaveLength(1);
  });

  it('gives a pass up that nobody added in seven days, for good', async () => {
    const pass = await download();
    passes.clock.advance(7 * 24 * 60 * 60_000);
    expect(await passes.connector.query(pass.operationId)).toEqual({ status: 'REFUSED', cause: 'PASS_NOT_ADDED' });
    expect((await register(newDevice(), pass)).status).toBe(201);
    expect(await passes.drain()).toEqual([]);
    expect(await passes.connector.query(pass.operationId)).toEqual({ status: 'REFUSED', cause: 'PASS_NOT_ADDED' });
  });

  it('refuses cards that are no passes', async () => {
    expect(await passes.connector.tokenise({ kind: 'BANK_CARD' })).toMatchObject({
      ok: false,
      error: { reason: 'PASS_NOT_OFFERED' },
    });
  });
});

describe('POST /v1/log', () => {
  const report = (logs: unknown) => passes.ask('POST', '/v1/log', { body: { logs } });

  it('keeps a few short lines without anything that could be a token, and refuses what is no report', async () => {
    passes.logged.length = 0;
    const token = 'Zm9vYmFyYmF6cXV4Zm9vYmFy';
    expect((await report([`failed\nfor ApplePass ${token} of +8613800001234`, 'y '.repeat(1_000)])).status).toBe(200);
    expect(passes.logged[0]).toBe('failed for ApplePass … of +…');
    expect(passes.logged[1]?.length).toBeLessThanOrEqual(300);
    await report(Array.from({ length: 100 }, (_, i) => `line ${i}`));
    expect(passes.logged).toHaveLength(22);
    for (const bad of [undefined, 'text', [1], [{}]]) expect((await report(bad)).status).toBe(400);
    expect((await passes.ask('POST', '/v1/log', { body: 'x'.repeat(40_000) })).status).toBe(413);
  });

  it('takes no more than a minute’s worth of reports', async () => {
    passes.clock.advance(60_000);
    const statuses = [];
    for (let i = 0; i < 61; i++) statuses.push((await report(['x'])).status);
    expect(statuses).toEqual([...Array(60).fill(200), 429]);
    passes.clock.advance(60_000);
    expect((await report(['x'])).status).toBe(200);
  });
});
