import { newId } from '@bindery/kernel';
import { exportHolderHeader, exportHolderOf } from '@bindery/trust';
import { aHolder, bankCard, bind, mutate, newCardNumber, newKey, settle, unbind, type Holder } from '../testing/holder';
import { startBindingService, type RunningBinding } from '../testing/start-binding-service';
import { insertPayments } from '../testing/usage';
import { rowsOfPart } from './export.rules';
import { deleteExpired } from './usage-export.repository';

const linkKeys = { e1: Buffer.alloc(32, 9).toString('base64') };
const [minute, day] = [60_000, 24 * 60 * 60_000];

let service: RunningBinding;
let holder: Holder;
beforeAll(async () => (service = await startBindingService({ env: { EXPORT_LINK_KEYS: JSON.stringify(linkKeys) } })));
afterAll(() => service.stop());
beforeEach(() => (holder = aHolder()));

async function bindAndUse(count: number, place?: object, by = holder) {
  const bound = await bind(service, by, 'seaside-bank', bankCard(newCardNumber()));
  const of = { ...bound, accountId: by.viewer.accountId };
  await insertPayments(service, of, { count, now: new Date('2026-03-01T16:05:00Z'), place });
  return bound;
}

const order = { format: 'CSV', timeZone: 'Asia/Shanghai' };
const ask = (input: object = {}, by = holder) => mutate(service, by, 'exportUsage', { ...order, ...input });
const write = () => service.jobs.run();
const link = (exportId: string, by = holder) => mutate(service, by, 'createUsageExportLink', { exportId });
const get = (url: string) => service.composed.http.app.inject({ method: 'GET', url, headers: service.signPath(url) });

async function fileOf(input: object = {}, by = holder) {
  const { export: asked } = await ask(input, by);
  await write();
  return get((await link(asked.id, by)).path);
}

async function exportsOf(of: Holder, asker = of) {
  const query = `query ($id: ID!) { _entities(representations: [{ __typename: "Account", id: $id }]) { ... on Account { usageExports { id state rowsDone rowsTotal bytes deadline } } } }`;
  const answer = await service.ask(query, { id: of.viewer.accountId }, asker.claims);
  return answer.data._entities[0]?.usageExports;
}

describe('an export', () => {
  it('is asked for, written, listed with its progress, and fetched as a table for spreadsheets', async () => {
    await bindAndUse(3);
    const { export: asked } = await ask();
    expect(asked).toMatchObject({ state: 'WAITING', rowsDone: 0, rowsTotal: 3 });
    await write();
    const [listed] = await exportsOf(holder);
    const bytes = listed.bytes as number;
    expect(listed).toMatchObject({ id: asked.id, state: 'READY', rowsDone: 3, rowsTotal: 3 });
    const answer = await get((await link(asked.id)).path);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-length': String(bytes),
      'content-disposition': expect.stringMatching(/^attachment; filename="bindery-usage-\d{4}-\d\d-\d\d\.csv"$/),
      'cache-control': 'no-store, private',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    expect(answer.rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const [head, ...lines] = answer.payload.slice(1).split('\r\n');
    expect(head).toBe('Time (Asia/Shanghai),Time (UTC),Use,Place,Amount,Currency,Provider,Card,Record');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toMatch(
      /^2026-03-02 00:04:00,2026-03-01T16:04:00\.000Z,Payment,Corner Bakery,1\.01,CNY,Seaside Bank,Seaside Bank Visa ·· \d{4},usage_/,
    );
    expect(lines[0]).toMatch(/^2026-03-02 00:05:00,.*,Door opened,Corner Bakery,,,/);
  });

  it('speaks the language of the holder', async () => {
    const chinese = aHolder('zh-CN');
    await bindAndUse(2, undefined, chinese);
    const { payload } = await fileOf({}, chinese);
    expect(payload).toContain('时间（Asia/Shanghai）,时间（UTC）,使用,地点,金额,币种,机构,卡片,记录');
    expect(payload).toContain(',支付,街角面包店,1.01,CNY,');
  });

  it('leaves no formula of a merchant in a cell', async () => {
    await bindAndUse(1, { en: '=HYPERLINK("http://evil","x")', 'zh-CN': '@SUM(1)' });
    expect((await fileOf()).payload).toContain(`,"'=HYPERLINK(""http://evil"",""x"")",`);
  });

  it('is whole JSON too, over several parts and with none', async () => {
    await bindAndUse(2 * rowsOfPart + 5);
    const whole = JSON.parse((await fileOf({ format: 'JSON' })).payload);
    expect(whole).toMatchObject({ timeZone: 'Asia/Shanghai', locale: 'en' });
    expect(whole.records).toHaveLength(2 * rowsOfPart + 5);
    expect(new Set(whole.records.map(({ id }: { id: string }) => id)).size).toBe(2 * rowsOfPart + 5);
    expect(whole.records[1]).toMatchObject({
      kind: 'PAYMENT',
      localTime: '2026-03-02 00:04:00',
      amount: { value: 101, currency: 'CNY', decimal: '1.01' },
    });
    const none = await fileOf({ format: 'JSON', filter: { providers: ['harbour-bank'] } });
    expect(JSON.parse(none.payload).records).toEqual([]);
  });

  it('keeps to its filter, and outlives the binding', async () => {
    const { bindingId } = await bindAndUse(30);
    await unbind(service, holder, bindingId);
    await settle(service);
    const { payload } = await fileOf({ filter: { kinds: ['DOOR_OPENED'] } });
    expect(payload.trim().split('\r\n')).toHaveLength(1 + 3);
  });

  it('has one effect for one key, and is refused with what is wrong', async () => {
    await bindAndUse(1);
    const idempotencyKey = newKey();
    const [one, two] = [await ask({ idempotencyKey }), await ask({ idempotencyKey })];
    expect(two.export.id).toBe(one.export.id);
    expect(await exportsOf(holder)).toHaveLength(1);
    expect(await ask({ timeZone: 'Mars/Base' })).toMatchObject({ field: 'timeZone', rule: 'UNKNOWN' });
    expect(await ask({ filter: { places: [] } })).toMatchObject({ field: 'filter.places', rule: 'TOO_MANY' });
  });

  it('is enough ten times a day, in both languages', async () => {
    const chinese = aHolder('zh-CN');
    for (let count = 0; count < 10; count++)
      expect(await ask({}, chinese)).toMatchObject({ __typename: 'ExportUsageSuccess' });
    expect(await ask({}, chinese)).toMatchObject({
      __typename: 'TooManyExportsError',
      code: 'TOO_MANY_EXPORTS',
      message: expect.stringContaining('今天导出次数较多'),
      remedies: [{ code: 'TryAgain' }],
    });
    expect(await ask()).toMatchObject({ __typename: 'ExportUsageSuccess' });
    await write();
  });

  it('stops when it is cancelled, once', async () => {
    await bindAndUse(1);
    const { export: asked } = await ask();
    expect(await mutate(service, holder, 'cancelUsageExport', { exportId: asked.id })).toMatchObject({
      export: { state: 'CANCELLED' },
    });
    await write();
    expect((await exportsOf(holder))[0]).toMatchObject({ state: 'CANCELLED', rowsDone: 0 });
    expect(await mutate(service, holder, 'cancelUsageExport', { exportId: asked.id })).toMatchObject({
      code: 'USAGE_EXPORT_GONE',
    });
    expect(await link(asked.id)).toMatchObject({ code: 'USAGE_EXPORT_GONE', remedies: [{ code: 'ExportRecords' }] });
  });

  it('is nobody else’s', async () => {
    await bindAndUse(1);
    const { export: asked } = await ask();
    await write();
    const stranger = aHolder();
    expect(await exportsOf(holder, stranger)).toBeUndefined();
    for (const exportId of [asked.id, newId('usage_export')]) {
      expect(await link(exportId, stranger)).toMatchObject({ code: 'NOT_FOUND' });
      expect(await mutate(service, stranger, 'cancelUsageExport', { exportId })).toMatchObject({ code: 'NOT_FOUND' });
    }
    const node = `query ($id: ID!) { _entities(representations: [{ __typename: "UsageExport", id: $id }]) { ... on UsageExport { state } } }`;
    expect((await service.ask(node, { id: asked.id }, stranger.claims)).data._entities).toEqual([null]);
    expect((await service.ask(node, { id: asked.id }, holder.claims)).data._entities).toEqual([{ state: 'READY' }]);
  });

  it('is offered before an unbind where there are records', async () => {
    const used = await bindAndUse(1);
    const unused = await bindAndUse(0);
    const query = `query ($id: ID!) { unbindPlan(bindingId: $id) { ... on UnbindPlan { beforehand { code title } } } }`;
    const before = async (id: string) => (await service.ask(query, { id }, holder.claims)).data.unbindPlan.beforehand;
    expect(await before(used.bindingId)).toEqual([{ code: 'ExportRecords', title: 'Export your records' }]);
    expect(await before(unused.bindingId)).toEqual([]);
  });
});

describe('the link to a file', () => {
  it('is given when it is ready, works for minutes, and is given anew', async () => {
    await bindAndUse(1);
    const { export: asked } = await ask();
    expect(await link(asked.id)).toMatchObject({ code: 'USAGE_EXPORT_NOT_READY' });
    await write();
    const { path } = await link(asked.id);
    expect((await get(path)).headers[exportHolderHeader]).toBe(exportHolderOf(holder.viewer.accountId));
    service.clock.advance(5 * minute);
    expect(await get(path).then(({ statusCode, payload }) => [statusCode, JSON.parse(payload).code])).toEqual([
      410,
      'LINK_EXPIRED',
    ]);
    expect((await get((await link(asked.id)).path)).statusCode).toBe(200);
    expect((await get('/usage-exports/usage_export_1.2.3')).statusCode).toBe(404);
  });

  it('is kept nowhere, so that a dump of the database opens nothing', async () => {
    await bindAndUse(1);
    const { export: asked } = await ask();
    await write();
    const idempotencyKey = newKey();
    const again = () => mutate(service, holder, 'createUsageExportLink', { exportId: asked.id, idempotencyKey });
    const { path } = await again();
    expect((await again()).path).toBe(path);
    const rows = await service.composed.dataSource.query(`SELECT response FROM idempotency_key WHERE key = $1`, [
      idempotencyKey,
    ]);
    expect(JSON.stringify(rows)).not.toContain(path.split('.').at(-1));
  });

  it('ends with its file, which is deleted with all its parts', async () => {
    await bindAndUse(1);
    const { export: asked } = await ask();
    await write();
    service.clock.advance(day - minute);
    const { path, expiresAt } = await link(asked.id);
    expect(Date.parse(expiresAt) - service.clock.now().getTime()).toBeLessThanOrEqual(minute);
    service.clock.advance(minute);
    expect((await get(path)).statusCode).toBe(410);
    expect((await exportsOf(holder))[0]).toMatchObject({ state: 'EXPIRED', bytes: null });
    expect(await link(asked.id)).toMatchObject({ code: 'USAGE_EXPORT_GONE' });

    const { dataSource } = service.composed;
    // What may be deleted is decided by the database's clock, which no test moves.
    const past = new Date(Date.now() - 1_000);
    await dataSource.query('UPDATE usage_export SET expires_at = $2 WHERE id = $1', [asked.id, past]);
    expect(await deleteExpired(dataSource.manager, new Date())).toBe(1);
    expect(await dataSource.query('SELECT 1 FROM usage_export_part WHERE export_id = $1', [asked.id])).toEqual([]);
    expect(await deleteExpired(dataSource.manager, new Date())).toBe(0);
  });
});
