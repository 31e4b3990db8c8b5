import type { StaffRole } from '@bindery/trust';
import { aHolder, bind, newKey, preflight } from '../testing/holder';
import { changeProfile, fee, operator, readProfile, staff } from '../testing/operator';
import { startBindingService, type Answer, type RunningBinding } from '../testing/start-binding-service';

let service: RunningBinding;
const start = async () => void (service = await startBindingService());
const stop = () => service.stop();
const read = () => readProfile(service);
const change = (fields: object, more?: Parameters<typeof changeProfile>[2], claims?: object) =>
  changeProfile(service, fields, more, claims);

describe('changeProviderProfile', () => {
  beforeEach(start);
  afterEach(stop);

  it('puts a profile in force at once, keeps who changed what and why, and tells analysts', async () => {
    const changed = await change(fee(300));
    expect(changed).toMatchObject({
      __typename: 'ChangeProviderProfileSuccess',
      dryRun: false,
      providerVersion: {
        version: 2,
        origin: 'OPERATOR',
        changedBy: operator.viewer.accountId,
        note: 'The bank wrote to us.',
        aspects: ['FEE'],
        changes: [{ field: 'unbindFee', before: 'null', after: expect.stringContaining('300') }],
      },
    });
    const providers = '{ providers { code capabilities { unbindFee { amount { value } } } } }';
    expect((await service.ask(providers)).data.providers).toContainEqual({
      code: 'seaside-bank',
      capabilities: { unbindFee: { amount: { value: 300 } } },
    });
    const history = `query { providerProfile(code: "seaside-bank") { history(first: 1) { edges { node { version origin } } pageInfo { hasNextPage endCursor } } } }`;
    const page = (await service.ask(history, {}, operator)).data.providerProfile.history;
    expect(page).toMatchObject({ edges: [{ node: { version: 2 } }], pageInfo: { hasNextPage: true } });
    const rest = history.replace('first: 1', `first: 5, after: "${page.pageInfo.endCursor}"`);
    expect((await service.ask(rest, {}, operator)).data.providerProfile.history).toMatchObject({
      edges: [{ node: { version: 1, origin: 'FILE' } }],
      pageInfo: { hasNextPage: false },
    });
    const events = await service.sql<{ value: string }>(
      "SELECT value FROM outbox_events WHERE headers->>'ce_type' = 'bindery.provider.profile-changed.v1' AND key = 'seaside-bank' ORDER BY position",
    );
    expect(events.map(({ value }) => JSON.parse(value))).toMatchObject([
      { version: 1, origin: 'FILE', changed: [] },
      { version: 2, origin: 'OPERATOR', changed: ['FEE'] },
    ]);
    expect(events[1]?.value).not.toContain('account_');
    expect(service.lines.join('')).toContain('provider-profile-changed');
    await expect(service.sql('UPDATE provider_profile_version SET note = null')).rejects.toThrow(/permission denied/);
    await expect(service.sql('DELETE FROM provider_terms')).rejects.toThrow(/permission denied/);
  });

  it('only tells whom a change would meet when it is a dry run', async () => {
    const [one, other] = [aHolder(), aHolder()];
    const bound = [await bind(service, one), await bind(service, other)];
    const off = await bind(service, one, 'harbour-bank');
    await preflight(service, one, bound[0]?.bindingId as never);
    const ids = bound.map(({ bindingId }) => bindingId).sort();
    const { accountId } = one.viewer;
    const dry = await change({ ...fee(300), limits: { perAccount: 1, perDevice: null } }, { dryRun: true });
    expect(dry).toMatchObject({
      dryRun: true,
      providerVersion: { version: 2, aspects: ['FEE', 'LIMITS'] },
      preview: {
        openPlanCount: 1,
        effects: [
          { aspect: 'FEE', bindingCount: 2, byPhase: [{ phase: 'BOUND', bindingCount: 2 }] },
          { aspect: 'LIMITS', bindingCount: 0, byPhase: [] },
        ],
        bindings: {
          edges: ids.map((bindingId) => ({ node: { bindingId, phase: 'BOUND' } })),
          pageInfo: { hasNextPage: false },
        },
      },
    });
    expect(JSON.stringify(dry)).not.toContain(accountId);
    expect(JSON.stringify(dry)).not.toContain(off.bindingId);
    expect((await read()).current.version).toBe(1);
    // A second card in one account is one more than the limit would allow.
    await bind(service, one);
    const more = await change({ limits: { perAccount: 1, perDevice: null } }, { dryRun: true });
    expect(more.preview).toMatchObject({ openPlanCount: 0, effects: [{ aspect: 'LIMITS', bindingCount: 2 }] });
    expect(more.preview.bindings.edges).toHaveLength(2);
  });

  it('lets one of two operators win who have changed the same version', async () => {
    const outcomes = await Promise.all([100, 200, 300, 400].map((value) => change(fee(value), { baseVersion: 1 })));
    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual([
      'ChangeProviderProfileSuccess',
      ...Array.from({ length: 3 }, () => 'ProviderProfileMovedError'),
    ]);
    expect(outcomes.find(({ current }) => current)?.current).toEqual({ version: 2 });
  });

  it('answers a repetition as the first time, and changes nothing by it', async () => {
    const again = { idempotencyKey: newKey(), baseVersion: 1 };
    const profile = { ...(await read()).current.profile, ...fee(300) };
    const first = await change({}, { ...again, profile });
    expect(first).toMatchObject({ providerVersion: { version: 2 } });
    expect(await change({}, { ...again, profile })).toEqual(first);
    expect(await change({}, { ...again, profile, note: 'other' })).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    expect((await read()).current.version).toBe(2);
  });
});

describe('what changes nothing', () => {
  beforeAll(start);
  afterAll(stop);

  it.each([true, false])('is what nobody at Alipay could keep, said field by field (dry run: %s)', async (dryRun) => {
    const fields = {
      restore: { strategy: 'REACTIVATE', windowDays: 30 },
      suspend: { mode: 'NATIVE', by: ['HOLDER'] },
    };
    expect(await change(fields, { code: 'alipay', dryRun })).toMatchObject({
      __typename: 'ProviderProfileInvalidError',
      faults: [
        { field: 'suspend.mode', rule: 'SUSPEND_MODE', text: expect.stringContaining('EMULATED') },
        { field: 'restore.strategy', rule: 'RESTORE_STRATEGY', text: expect.any(String) },
      ],
    });
    expect((await readProfile(service, 'alipay')).current.version).toBe(1);
  });

  it.each<[object, string, string]>([
    [{ restore: { strategy: 'REBIND_ONLY', windowDays: 30 } }, 'restore.windowDays', 'RESTORE_WINDOW'],
    [{ restore: { strategy: 'REACTIVATE', windowDays: -1 } }, 'restore.windowDays', 'TOO_SMALL'],
    [{ suspend: { mode: 'NONE', by: ['HOLDER'] } }, 'suspend.by', 'SUSPEND_OWNERS'],
    [{ suspend: { mode: 'NATIVE', by: ['HOLDER', 'HOLDER'] } }, 'suspend.by', 'REPEATED'],
    [
      { unbindFee: { amount: { value: 5, currency: 'YUAN' }, source: { 'zh-CN': '条款', en: 'Terms' } } },
      'unbindFee.amount.currency',
      'CURRENCY',
    ],
    [
      {
        requirements: Object.fromEntries(
          ['BIND', 'UNBIND', 'RESTORE'].map((act) => [act, { factors: ['TELEPATHY'], documents: [], review: false }]),
        ),
      },
      'requirements.BIND.factors.0',
      'FACTOR',
    ],
    [{ limits: { perAccount: 2, perDevice: 3 } }, 'limits.perDevice', 'DEVICE_LIMIT'],
    [{ offlineRevocationWorstCase: 'PT-1H' }, 'offlineRevocationWorstCase', 'FORMAT'],
    [{ offlineRevocationWorstCase: 'P31D' }, 'offlineRevocationWorstCase', 'DURATION'],
    [{ operationDeadlineSeconds: 5_184_001 }, 'operationDeadlineSeconds', 'TOO_LARGE'],
    [{ kind: 'ACCESS_CARD' }, 'kind', 'FIXED'],
    [{ simulated: {} }, 'simulated', 'FIELD_UNKNOWN'],
    [{ unbindFees: null }, 'unbindFees', 'FIELD_UNKNOWN'],
    [
      { terms: { version: '2026-01', text: { 'zh-CN': '别的', en: 'Other words' } } },
      'terms.version',
      'WORDS_OF_TERMS',
    ],
    [{ name: { en: 'Bank' } }, 'name.zh-CN', 'MISSING'],
    [{ terms: { version: 'x', text: { 'zh-CN': '{price}', en: '{price}' } } }, '', 'PLACEHOLDER'],
  ])('refuses %j and says of %s why, in both languages', async (fields, field, rule) => {
    const said: Answer = {};
    for (const locale of ['en', 'zh-CN'])
      said[locale] = (await change(fields, {}, { ...operator, locale })).faults?.find(
        (fault: Answer) => fault.field === field,
      );
    expect(said.en).toMatchObject({ rule, text: expect.stringMatching(/[a-z]/) });
    expect(said['zh-CN']).toMatchObject({ rule, text: expect.stringMatching(/\p{Script=Han}/u) });
    expect((await read()).current.version).toBe(1);
  });

  it('takes other words of a purpose and of loans under another version only, whatever version was in force last', async () => {
    const code = 'xiaomi-finance';
    const { purposes, loans } = (await readProfile(service, code)).current.profile;
    const text = { 'zh-CN': '另一些文字', en: 'Other words.' };
    const said = (version: string, words: object) => ({
      purposes: [{ ...purposes[0], version, ...words }, ...purposes.slice(1)],
      loans: { ...loans, version, ...words },
    });
    const rule = 'WORDS_OF_TERMS';
    const refused = [
      { field: 'purposes.0.version', rule },
      { field: 'loans.version', rule },
    ];
    expect(purposes[0].version).toBe(loans.version);
    expect(await change(said(loans.version, { text }), { code })).toMatchObject({ faults: refused });
    expect(await change(said('2', { text }), { code })).toMatchObject({
      providerVersion: { version: 2 },
      proposal: null,
    });
    expect(await change(said(loans.version, { text }), { code })).toMatchObject({ faults: refused });
    expect(await change({ purposes, loans }, { code })).toMatchObject({ providerVersion: { version: 3 } });
    expect(await change(said('2', { text: { ...text, en: 'Others.' } }), { code })).toMatchObject({ faults: refused });
  });

  it('refuses what is no profile, and what other input is wrong with', async () => {
    expect(await change({}, { code: 'no-bank' })).toMatchObject({ __typename: 'NotFoundError' });
    expect(await change({}, { note: ' ' })).toMatchObject({ field: 'note', rule: 'REQUIRED' });
    expect(await change({}, { baseVersion: 0 })).toMatchObject({ field: 'baseVersion', rule: 'FORMAT' });
    expect(await change({}, { idempotencyKey: 'short' })).toMatchObject({ field: 'idempotencyKey' });
    expect(await change({}, { profile: {} })).toMatchObject({ __typename: 'ProviderProfileInvalidError' });
    expect(await change({ activationDeadlineDays: 999 })).toMatchObject({
      __typename: 'ProviderProfileInvalidError',
      message: 'Not right: activationDeadlineDays. Nothing was changed.',
    });
    expect(await change({}, { profile: { long: 'x'.repeat(100_001) } })).toMatchObject({
      field: 'profile',
      rule: 'TOO_LONG',
    });
    expect(await change({})).toMatchObject({ __typename: 'ProviderProfileUnchangedError' });
  });

  it('is for operators only, as everything of profiles is', async () => {
    const fields = ['providerProfiles { code }', 'providerProfile(code: "cloudgate") { code }'];
    for (const roles of [undefined, [], ['AGENT', 'REVIEWER'] as StaffRole[]]) {
      for (const field of fields)
        expect((await service.ask(`{ ${field} }`, {}, staff(roles))).errors[0].extensions.code).toBe('FORBIDDEN');
      await expect(change(fee(1), {}, staff(roles))).rejects.toThrow(/FORBIDDEN/);
    }
    await expect(change(fee(1), {}, {})).rejects.toThrow(/UNAUTHENTICATED/);
    expect((await read()).current.version).toBe(1);
  });
});
