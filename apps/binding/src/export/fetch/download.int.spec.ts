import type { AddressInfo } from 'node:net';
import { aHolder, bankCard, bind, mutate, newCardNumber, type Holder } from '../../testing/holder';
import { startBindingService, type RunningBinding } from '../../testing/start-binding-service';
import { insertPayments } from '../../testing/usage';
import { rowsOfPart } from '../export.rules';

let service: RunningBinding;
let holder: Holder;
let base: string;
beforeAll(async () => {
  service = await startBindingService();
  const { app } = service.composed.http;
  await app.listen({ host: '127.0.0.1', port: 0 });
  base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
});
afterAll(() => service.stop());
beforeEach(() => (holder = aHolder()));

const formula = { en: '=HYPERLINK("http://evil","x")', 'zh-CN': '+cmd|calc' };

async function use(count: number, place?: object, by = holder): Promise<void> {
  const bound = await bind(service, by, 'seaside-bank', bankCard(newCardNumber()));
  const of = { ...bound, accountId: by.viewer.accountId };
  await insertPayments(service, of, { count, now: new Date('2026-03-01T16:05:00Z'), place });
}

async function exportAs(format: 'CSV' | 'JSON', by = holder): Promise<string> {
  const { export: asked } = await mutate(service, by, 'exportUsage', { format });
  await service.jobs.run();
  return asked.id as string;
}
const linkTo = (exportId: string, by = holder) => mutate(service, by, 'createUsageExportLink', { exportId });
const fetchPath = (path: string) => fetch(base + path, { headers: service.signPath(path) });
const fetchLink = async (exportId: string, by = holder) => fetchPath((await linkTo(exportId, by)).path);

/** As identity tells of it. */
const publish = (type: 'locked' | 'unlocked', sequence: number, data: object = {}) => {
  const { accountId } = holder.viewer;
  const told = { accountId, at: service.clock.now().toISOString(), ...data };
  return service.eventLog.publish('identity', {
    type: `bindery.account.${type}.v1`,
    key: accountId,
    sequence,
    data: told,
  } as never);
};

describe('a file over HTTP', () => {
  it('is CSV that spreadsheets read as UTF-8, with no formula of a merchant in it', async () => {
    await use(2, formula);
    const response = await fetchLink(await exportAs('CSV'));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(response.headers.get('content-length')).toBe(String(bytes.length));
    const cells = bytes
      .toString('utf8')
      .slice(1)
      .split(/[,\r\n]+/);
    expect(cells.length).toBeGreaterThan(18);
    expect(cells.filter((cell) => /^"?[=+\-@\t]/.test(cell))).toEqual([]);
    expect(bytes.toString('utf8')).toContain(`"'=HYPERLINK(""http://evil"",""x"")"`);
  });

  it('is so in the other language too', async () => {
    const chinese = aHolder('zh-CN');
    await use(1, formula, chinese);
    const text = await (await fetchLink(await exportAs('CSV', chinese), chinese)).text();
    expect(text).toContain(`,'+cmd|calc,`);
    expect(text).toContain('时间（Asia/Shanghai）');
  });

  it('is JSON as it was written, in several parts', async () => {
    await use(rowsOfPart + 3, formula);
    const response = await fetchLink(await exportAs('JSON'));
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    const whole = (await response.json()) as { records: { place: string }[] };
    expect(whole.records).toHaveLength(rowsOfPart + 3);
    // Nobody computes JSON: it tells the name as it is.
    expect(new Set(whole.records.map(({ place }) => place))).toEqual(new Set([formula.en]));
  });

  it('is told of once, without what is in it', async () => {
    await use(2, formula);
    const id = await exportAs('CSV');
    await service.jobs.run();
    const told: { value: string }[] = await service.composed.dataSource.query(
      'SELECT value FROM outbox_events WHERE key = $1',
      [id],
    );
    expect(told.map(({ value }) => JSON.parse(value))).toEqual([
      {
        exportId: id,
        accountId: holder.viewer.accountId,
        format: 'CSV',
        records: 2,
        keptUntil: new Date(service.clock.now().getTime() + 24 * 60 * 60_000).toISOString(),
        at: service.clock.now().toISOString(),
      },
    ]);
  });
});

describe('a link without the gateway, which knows whether its session goes on', () => {
  it('leads to nothing, nor with a signature that was used or is of another path', async () => {
    await use(1);
    const { path } = await linkTo(await exportAs('CSV'));
    const headers = service.signPath(path);
    expect((await fetch(base + path, { headers })).status).toBe(200);
    for (const each of [{}, headers, service.signPath('/usage-exports/x'), service.signPath('')]) {
      const refused = await fetch(base + path, { headers: each });
      expect(refused.status).toBe(401);
      expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'GATEWAY_SIGNATURE_REQUIRED' } }] });
    }
    expect(service.lines.filter((line) => line.includes('gateway-signature-refused'))).not.toEqual([]);
  });
});

describe('a link of an account that is locked', () => {
  it('leads to nothing, nor is there another, until it is unlocked', async () => {
    await use(1);
    const id = await exportAs('CSV');
    const { path } = await linkTo(id);
    await publish('locked', 3, { scope: 'ACCOUNT', reason: 'FROZEN' });
    const refused = await fetchPath(path);
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([410, 'LINK_EXPIRED']);
    expect(await linkTo(id)).toMatchObject({
      __typename: 'UsageExportLockedError',
      code: 'ACCOUNT_LOCKED',
      remedies: [{ code: 'ResetPassword' }, { code: 'ContactSupport' }],
    });
    await publish('unlocked', 4);
    expect((await fetchPath(path)).status).toBe(200);
  });

  it('works where only no password is taken: a stranger who guesses must not keep its owner out', async () => {
    await use(1);
    const id = await exportAs('CSV');
    await publish('locked', 3, { scope: 'LOGIN', reason: 'TOO_MANY_FAILURES' });
    expect((await fetchLink(id)).status).toBe(200);
  });
});
