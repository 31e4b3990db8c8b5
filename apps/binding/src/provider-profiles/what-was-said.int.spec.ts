import { newId } from '@bindery/kernel';
import { aHolder, bind, mutate, preflight, readBinding, settle, startInput, unbindInput } from '../testing/holder';
import { changeProfile, fee, operator, readProfile, restoreWindow } from '../testing/operator';
import { startBindingService, type Answer, type RunningBinding } from '../testing/start-binding-service';

let service: RunningBinding;
beforeEach(async () => void (service = await startBindingService()));
afterEach(() => service.stop());
const read = () => readProfile(service);
const change = (fields: object) => changeProfile(service, fields);

describe('what was said to holders before a change', () => {
  it('makes a plan stale whose outcome would be another, and says what of it', async () => {
    const holder = aHolder();
    const { bindingId } = await bind(service, holder);
    const input = await unbindInput(service, holder, bindingId);
    await change(fee(300));
    const stale = await mutate(service, holder, 'requestUnbind', input);
    expect(stale).toMatchObject({ __typename: 'UnbindPlanStaleError', changes: ['EFFECTS', 'FEE'] });
    expect(stale.plan.effects).toContainEqual(expect.objectContaining({ __typename: 'FeeEffect' }));
    const fresh = await unbindInput(service, holder, bindingId);
    expect(fresh.acceptedFee).toMatchObject({ value: 300 });
    expect(await mutate(service, holder, 'requestUnbind', fresh)).toMatchObject({ __typename: 'RequestUnbindSuccess' });
  });

  it('leaves a plan as good as it was whose outcome is the same', async () => {
    const holder = aHolder();
    const { bindingId } = await bind(service, holder);
    const input = await unbindInput(service, holder, bindingId);
    await change({ limits: { perAccount: 1, perDevice: 1 } });
    expect(await mutate(service, holder, 'requestUnbind', input)).toMatchObject({ __typename: 'RequestUnbindSuccess' });
  });

  it('is kept by an unbind under way: its fee and its window', async () => {
    const holder = aHolder();
    const { bindingId } = await bind(service, holder);
    const asked = await mutate(service, holder, 'requestUnbind', await unbindInput(service, holder, bindingId));
    expect(asked).toMatchObject({ binding: { phase: 'UNBINDING' } });
    await change({ ...fee(900), ...restoreWindow(7) });
    await settle(service);
    const { receipt, restorable, phase } = await readBinding(service, holder, bindingId);
    expect({ phase, fee: receipt.feeCharged }).toEqual({ phase: 'UNBOUND', fee: null });
    const days = (new Date(restorable.until).getTime() - service.clock.now().getTime()) / 86_400_000;
    expect(Math.round(days)).toBe(95);
  });

  it('is kept for a card that is off: its window, also where nobody else is given one any more', async () => {
    const holder = aHolder();
    const { bindingId } = await bind(service, holder);
    await mutate(service, holder, 'requestUnbind', await unbindInput(service, holder, bindingId));
    await settle(service);
    const terms = { version: 'none', text: { 'zh-CN': '不恢复', en: 'Nothing comes back.' } };
    await change({ restore: { strategy: 'REBIND_ONLY', windowDays: null }, terms });
    expect((await readBinding(service, holder, bindingId)).restorable).toMatchObject({ strategy: 'REACTIVATE' });
    const proof = await service.prove({
      id: newId('proof'),
      accountId: holder.viewer.accountId,
      action: 'RESTORE',
      subjectId: bindingId,
      factor: 'SMS_CODE',
    });
    const restored = await mutate(service, holder, 'requestRestore', { bindingId, proof });
    expect(restored).toMatchObject({ __typename: 'RequestRestoreSuccess' });
    await settle(service);
    // Bound again, it is as any other: the next plan tells that nothing comes back.
    const { effects } = await preflight(service, holder, bindingId);
    expect(effects.map(({ __typename }: Answer) => __typename)).toContain('NotRestorableEffect');
  });

  it('is asked anew where the terms are others, and the words of before can still be read', async () => {
    const holder = aHolder();
    const input = startInput(holder, 'seaside-bank');
    const before = (await read()).terms;
    await change(restoreWindow(30, '2026-02'));
    expect(await mutate(service, holder, 'startBinding', input)).toMatchObject({
      __typename: 'TermsChangedError',
      terms: { version: '2026-02', text: '30 days.' },
    });
    const query =
      'query ($v: String!) { providers { code terms { version } termsOfVersion(version: $v) { version text } } }';
    const { providers } = (await service.ask(query, { v: before.version }, operator)).data;
    expect(providers.find(({ code }: Answer) => code === 'seaside-bank')).toEqual({
      code: 'seaside-bank',
      terms: { version: '2026-02' },
      termsOfVersion: before,
    });
    const none = (await service.ask(query, { v: '\u0000' }, operator)).data.providers[0];
    expect(none.termsOfVersion).toBeNull();
  });
});
