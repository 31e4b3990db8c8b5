import { newId, type Id } from '@bindery/kernel';
import { askAsReader } from '../testing/ask-as-reader';
import { aHolder, confirm, mutate, proofOf, readBinding, settle, startInput, type Holder } from '../testing/holder';
import { checkHistory } from '../testing/history-checker';
import { boundAs, onTheWay, unbound } from '../testing/scenes';
import { startBindingService, type RunningBinding } from '../testing/start-binding-service';
import { tell } from '../testing/usage';

let service: RunningBinding;
let holder: Holder;
let stranger: Holder;
beforeAll(async () => void (service = await startBindingService()));
afterAll(() => service.stop());
beforeEach(() => {
  holder = aHolder();
  stranger = aHolder();
});
afterEach(async () => void (await checkHistory(service.composed.dataSource)));

const bank = () => service.providers['seaside-bank'];
const cases = (bindingId: Id<'binding'>) =>
  service.sql('SELECT about, closed_at IS NULL AS open FROM binding_case WHERE binding_id = $1', [bindingId]);
const confirmed = (operationId: Id<'operation'>, credentialReference: string) =>
  service.composed.applyProviderMessage({
    type: 'operation.confirmed',
    provider: 'seaside-bank',
    operationId,
    credentialReference,
  });

/** The bank tells of a payment; answers the status that it hears. */
const tellUse = (usageId: string, credentialReference: string): Promise<number> => {
  const place = { en: 'Clinic', 'zh-CN': '诊所' };
  const use = { kind: 'PAYMENT', place, amount: { value: 4200, currency: 'CNY' }, at: service.clock.now() };
  return tell(service, { type: 'usage.recorded', usageId, credentialReference, ...use }, { id: usageId });
};

describe('a provider that names the credential of another', () => {
  it('is not believed: nothing is bound by it, it becomes a case, and the right name settles it', async () => {
    const { bindingId: theirs, reference } = await boundAs(service, holder);
    const { bindingId, operationId } = await onTheWay(service, stranger);
    expect(await confirmed(operationId, reference)).toBe('STALE');
    expect(await readBinding(service, stranger, bindingId)).toMatchObject({
      phase: 'BINDING',
      credentialReference: null,
      sync: { state: 'UNKNOWN' },
    });
    expect(await cases(bindingId)).toEqual([{ about: 'DIVERGED', open: true }]);
    expect(await readBinding(service, holder, theirs)).toMatchObject({ status: 'ACTIVE' });
    bank().settle();
    service.clock.advance(10_000);
    await service.jobs.run();
    expect(await readBinding(service, stranger, bindingId)).toMatchObject({
      status: 'ACTIVE',
      credentialReference: `cred_${operationId}`,
    });
    expect(await cases(bindingId)).toEqual([{ about: 'DIVERGED', open: false }]);
  });

  it('takes nobody’s card off: not when the binding that waits is given up', async () => {
    const { bindingId: theirs, reference } = await boundAs(service, holder);
    bank().plan('BIND', 'ACTIVATION');
    const { binding } = await mutate(service, stranger, 'startBinding', startInput(stranger));
    const { operation } = await confirm(service, stranger, binding.id);
    await settle(service);
    expect(await confirmed(operation.id, reference)).toBe('STALE');
    const query = jest
      .spyOn(bank().connector, 'query')
      .mockResolvedValue({ status: 'CONFIRMED', credentialReference: reference });
    await mutate(service, stranger, 'cancelBinding', { bindingId: binding.id });
    await service.jobs.run();
    query.mockRestore();
    await settle(service);
    expect(await readBinding(service, stranger, binding.id)).toMatchObject({ phase: 'DECLINED' });
    expect(bank().sent).not.toContainEqual(expect.objectContaining({ kind: 'UNBIND', credentialReference: reference }));
    expect(await readBinding(service, holder, theirs)).toMatchObject({ status: 'ACTIVE' });
  });

  it('does not rename what is bound, whatever it answers about it', async () => {
    const { reference } = await boundAs(service, holder);
    const { bindingId: mine, reference: own } = await boundAs(service, stranger);
    await mutate(service, stranger, 'suspendBinding', { bindingId: mine });
    await service.jobs.run();
    const [suspend] = await service.sql<{ id: Id<'operation'> }>(
      `SELECT id FROM operation WHERE binding_id = $1 AND kind = 'SUSPEND'`,
      [mine],
    );
    expect(await confirmed(suspend!.id, reference)).toBe('STALE');
    expect((await readBinding(service, stranger, mine)).credentialReference).toBe(own);
  });

  it('of two that are given one name at once names one', async () => {
    const ways = [await onTheWay(service, holder), await onTheWay(service, stranger)];
    const reference = `cred_${newId('event')}`;
    expect((await Promise.all(ways.map(({ operationId }) => confirmed(operationId, reference)))).sort()).toEqual([
      'APPLIED',
      'STALE',
    ]);
    expect(await service.sql('SELECT 1 FROM binding WHERE credential_reference = $1', [reference])).toHaveLength(1);
    await settle(service);
  });

  it('may call a card that comes back as before, unless another has the name by now', async () => {
    const { bindingId, reference } = await unbound(service, holder);
    const { operationId } = await onTheWay(service, stranger);
    expect(await confirmed(operationId, reference)).toBe('APPLIED');
    const proof = await proofOf(service, holder, 'RESTORE', bindingId);
    const { operation } = await mutate(service, holder, 'requestRestore', { bindingId, proof });
    await service.jobs.run();
    expect(await confirmed(operation.id, reference)).toBe('STALE');
    expect((await readBinding(service, holder, bindingId)).phase).toBe('RESTORING');
    expect(await cases(bindingId)).toEqual([{ about: 'DIVERGED', open: true }]);
  });

  it('where two are bound under one name, readers are told the worse, and uses belong to the first', async () => {
    const { bindingId: first, reference } = await boundAs(service, holder);
    // What comes after is newer by its id too.
    service.clock.advance(1000);
    const { bindingId: second } = await boundAs(service, stranger);
    await service.sql('UPDATE binding SET credential_reference = $2 WHERE id = $1', [second, reference]);
    const ask = async () =>
      (
        await askAsReader(
          service.composed.http.app,
          { credentialReference: reference },
          service.clock.now(),
          'seaside-bank',
        )
      ).body.reason;
    expect(await ask()).toBe('ACTIVE');
    const usageId = `use-${reference}`;
    expect(await tellUse(usageId, reference)).toBe(204);
    const sql = 'SELECT binding_id FROM usage_record WHERE provider_usage_id = $1';
    expect(await service.sql(sql, [usageId])).toEqual([{ binding_id: first }]);
    for (const [by, bindingId] of [
      [holder, first],
      [stranger, second],
    ] as const) {
      await mutate(service, by, 'suspendBinding', { bindingId });
      expect(await ask()).toBe('SUSPENDED');
      await settle(service);
      await mutate(service, by, 'resumeBinding', { bindingId });
      await settle(service);
      expect(await ask()).toBe('ACTIVE');
    }
    await service.sql('UPDATE binding SET credential_reference = $2 WHERE id = $1', [second, `${reference}-2`]);
  });
});
