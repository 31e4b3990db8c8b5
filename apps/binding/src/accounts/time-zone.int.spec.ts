import { accessCard, aHolder, bind, mutate, newKey, settle, unbind, type Holder } from '../testing/holder';
import { startBindingService, type RunningBinding } from '../testing/start-binding-service';
import { insertPayments } from '../testing/usage';

let service: RunningBinding;
let holder: Holder;
beforeAll(async () => (service = await startBindingService()));
afterAll(() => service.stop());
beforeEach(() => (holder = aHolder()));

/** As identity tells of it. */
const choose = (timeZone: string, sequence: number) => {
  const { accountId } = holder.viewer;
  const data = { accountId, timeZone, at: service.clock.now().toISOString() };
  const type = 'bindery.account.time-zone-changed.v1';
  return service.eventLog.publish('identity', { type, key: accountId, sequence, data });
};

async function planTexts(bindingId: string): Promise<string[]> {
  const query = `query ($id: ID!) { unbindPlan(bindingId: $id) { ... on UnbindPlan { effects { text } } } }`;
  const { data } = await service.ask(query, { id: bindingId }, holder.claims);
  return data.unbindPlan.effects.map(({ text }: { text: string }) => text);
}

async function usesOn(day: string): Promise<number> {
  const query = `query ($id: ID!, $filter: UsageFilterInput) { _entities(representations: [{ __typename: "Account", id: $id }]) {
    ... on Account { usage(first: 1, filter: $filter) { totalCount } } } }`;
  const variables = { id: holder.viewer.accountId, filter: { days: { first: day, last: day } } };
  return (await service.ask(query, variables, holder.claims)).data._entities[0].usage.totalCount;
}

describe('the time zone of an account', () => {
  it('is that of most holders until one is chosen, and then tells the moments of plans and receipts', async () => {
    const { bindingId } = await bind(service, holder, 'cloudgate', accessCard());
    expect((await planTexts(bindingId)).join(' ')).toMatch(/take until .* GMT\+8/);
    await choose('Pacific/Honolulu', 1);
    expect((await planTexts(bindingId)).join(' ')).toMatch(/take until .*(GMT-10|HST)/);
    await unbind(service, holder, bindingId);
    await settle(service);
    const query = `query ($id: ID!) { binding(id: $id) { receipt { text } revocation { text readers { text } } } }`;
    const { receipt, revocation } = (await service.ask(query, { id: bindingId }, holder.claims)).data.binding;
    expect(receipt.text).toMatch(/^Unbound .* on .*(GMT-10|HST)/);
    expect(`${receipt.text} ${revocation.text}`).not.toContain('GMT+8');
  });

  it('gives the end of a restore as plan, receipt, field and next step have it, where its holder lives', async () => {
    // 20:00 in London in winter is 04:00 of the next day in Shanghai.
    const evening = new Date(Date.UTC(2027, 0, 10, 20));
    service.clock.advance(evening.getTime() - service.clock.now().getTime());
    const { bindingId } = await bind(service, holder);
    const untilWhen = async () => (await planTexts(bindingId)).find((text) => text.includes('undo it until'));
    const inShanghai = await untilWhen();
    await choose('Europe/London', 1);
    const inLondon = await untilWhen();
    expect([inShanghai, inLondon]).toEqual([
      expect.stringMatching(/^You can undo it until Apr 16, 2027, 04:\d\d AM GMT\+8\.$/),
      expect.stringMatching(/^You can undo it until Apr 15, 2027, 09:\d\d PM GMT\+1\.$/),
    ]);
    await unbind(service, holder, bindingId);
    await settle(service);
    const query = `query ($id: ID!) { binding(id: $id) { receipt { text restorableUntil } nextSteps { code until } } }`;
    const { receipt, nextSteps } = (await service.ask(query, { id: bindingId }, holder.claims)).data.binding;
    const hour = { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' } as const;
    const said = new Date(receipt.restorableUntil).toLocaleTimeString('en', hour);
    expect(receipt.text).toContain(`until Apr 15, 2027, ${said} GMT+1.`);
    expect(nextSteps[0]).toEqual({ code: 'RESTORE', until: receipt.restorableUntil });
  });

  it('has the days of a filter and the moments of a file, where none are named for them', async () => {
    const bound = await bind(service, holder);
    const of = { ...bound, accountId: holder.viewer.accountId };
    // The last one at five past midnight in Shanghai, one each minute before.
    await insertPayments(service, of, { count: 10, now: new Date('2026-03-01T16:05:00Z') });
    expect([await usesOn('2026-03-01'), await usesOn('2026-03-02')]).toEqual([4, 6]);
    await choose('Europe/Berlin', 1);
    expect([await usesOn('2026-03-01'), await usesOn('2026-03-02')]).toEqual([10, 0]);
    const ask = (more = {}) =>
      mutate(service, holder, 'exportUsage', { format: 'CSV', idempotencyKey: newKey(), ...more });
    await ask({ filter: { days: { first: '2026-03-02', last: '2026-03-02' } } });
    // The list is by the moments at which they were asked for.
    service.clock.advance(1000);
    await ask({ timeZone: 'UTC' });
    const query = `query ($id: ID!) { _entities(representations: [{ __typename: "Account", id: $id }]) { ... on Account { usageExports { timeZone rowsTotal } } } }`;
    const { data } = await service.ask(query, { id: holder.viewer.accountId }, holder.claims);
    expect(data._entities[0].usageExports).toEqual([
      { timeZone: 'UTC', rowsTotal: 10 },
      { timeZone: 'Europe/Berlin', rowsTotal: 0 },
    ]);
  });

  it('tells until when a dispute is decided, unless another is asked for', async () => {
    const { bindingId } = await bind(service, holder);
    await choose('America/New_York', 1);
    const input = { bindingId, about: 'UNAUTHORISED_BIND', words: 'I did not bind this.' };
    const { dispute } = await mutate(service, holder, 'openDispute', input);
    expect(dispute.text).toMatch(/by .*(EST|EDT|GMT-[45])\.$/);
    const ofNewYork = { timeZone: 'America/New_York', hour: 'numeric', minute: '2-digit' } as const;
    const [hour = ''] = new Intl.DateTimeFormat('en', ofNewYork).format(new Date(dispute.decideBy)).split(/\s/);
    expect(dispute.text).toContain(hour);
    const query = `query ($id: ID!) { binding(id: $id) { disputes { text(timeZone: "Asia/Tokyo") } } }`;
    const { data } = await service.ask(query, { id: bindingId }, holder.claims);
    expect(data.binding.disputes[0].text).toMatch(/GMT\+9\.$/);
  });

  it.each([
    ['en', /^You have made many exports today. You can make another at .*, \d{2}:\d{2} [AP]M (GMT-10|HST)\.$/],
    ['zh-CN', /^今天导出次数较多，.* \d{2}:\d{2} GMT-10 之后可以再次导出。$/],
  ] as const)('tells when to try again, in %s', async (locale, told) => {
    holder = aHolder(locale);
    await choose('Pacific/Honolulu', 1);
    const ask = () => mutate(service, holder, 'exportUsage', { format: 'CSV', idempotencyKey: newKey() });
    for (let count = 0; count < 10; count++) await ask();
    const refused = await ask();
    expect(refused).toMatchObject({ __typename: 'TooManyExportsError', message: expect.stringMatching(told) });
    expect(new Date(refused.retryAt).getTime()).toBeGreaterThan(service.clock.now().getTime());
  });

  it('tells until when something could have been disputed', async () => {
    const { bindingId } = await bind(service, holder);
    await choose('America/New_York', 1);
    service.clock.advance(61 * 24 * 60 * 60_000);
    const input = { bindingId, about: 'UNAUTHORISED_BIND', words: 'I did not bind this.' };
    const { message } = await mutate(service, holder, 'openDispute', input);
    expect(message).toMatch(/^This could be disputed until .*(EST|EDT|GMT-[45])\.$/);
  });

  it('stays what was chosen last, whatever comes late, and what clocks here do not know changes nothing', async () => {
    await choose('Europe/Berlin', 5);
    await choose('Asia/Tokyo', 4);
    await choose('Mars/Base', 6);
    const [row] = await service.composed.dataSource.query(
      'SELECT time_zone AS zone FROM account_time_zone WHERE account_id = $1',
      [holder.viewer.accountId],
    );
    expect(row).toEqual({ zone: 'Europe/Berlin' });
    expect(await service.metrics.metrics()).toMatch(
      /^bindery_consumer_stale_total{type="bindery.account.time-zone-changed.v1".*} 1$/m,
    );
  });
});
