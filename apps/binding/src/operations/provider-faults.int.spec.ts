import { newId, type Id } from '@bindery/kernel';
import {
  aHolder,
  bind,
  confirm,
  mutate,
  preflight,
  proofOf,
  readBinding,
  settle,
  startInput,
  unbind,
  type Holder,
} from '../testing/holder';
import { checkHistory } from '../testing/history-checker';
import { startBindingService, type RunningBinding } from '../testing/start-binding-service';

let service: RunningBinding;
let holder: Holder;
beforeAll(async () => {
  service = await startBindingService();
});
afterAll(() => service.stop());
beforeEach(() => {
  holder = aHolder();
});
afterEach(async () => void (await checkHistory(service.composed.dataSource)));

const bank = () => service.providers['seaside-bank'];
const status = async (bindingId: Id<'binding'>) => (await readBinding(service, holder, bindingId)).status as string;
const sentFor = (operationId: Id<'operation'>) =>
  bank().sent.filter((request) => request.operationId === operationId).length;
const cases = (bindingId: Id<'binding'>) =>
  service.composed.dataSource.query('SELECT about, closed_at IS NULL AS open FROM binding_case WHERE binding_id = $1', [
    bindingId,
  ]);

/** Begun and confirmed: its bind waits to be sent. */
async function confirmed(): Promise<{ bindingId: Id<'binding'>; operationId: Id<'operation'> }> {
  const { binding } = await mutate(service, holder, 'startBinding', startInput(holder));
  const { operation } = await confirm(service, holder, binding.id);
  return { bindingId: binding.id, operationId: operation.id };
}

/** Lets time pass in steps, running what is due at each. */
async function pass(seconds: number, step = 5): Promise<void> {
  for (let passed = 0; passed < seconds; passed += step) {
    service.clock.advance(step * 1000);
    await service.jobs.run();
  }
}

describe('a provider that misbehaves', () => {
  it('may answer twice: one effect, the second is counted as stale', async () => {
    bank().plan('BIND', 'TWICE');
    const { bindingId } = await confirmed();
    await settle(service);
    expect(await status(bindingId)).toBe('ACTIVE');
    expect(await service.metrics.metrics()).toMatch(
      /binding_provider_messages_total\{provider="seaside-bank",type="operation.confirmed",outcome="STALE".*\} [1-9]/,
    );
  });

  it('may contradict itself: the first answer counts, the claim is asked about and forgotten', async () => {
    const { bindingId } = await bind(service, holder);
    bank().plan('UNBIND', 'CONTRADICT');
    await unbind(service, holder, bindingId);
    await settle(service);
    expect(await status(bindingId)).toBe('UNBOUND');
  });

  it('may claim a refusal first although it has done it: the question shows the truth', async () => {
    const { bindingId } = await bind(service, holder);
    const { operation } = await unbind(service, holder, bindingId);
    await service.jobs.run();
    const confirmation = bank().settle();
    expect(
      await service.composed.applyProviderMessage({
        type: 'operation.refused',
        provider: 'seaside-bank',
        operationId: operation.id,
        cause: 'X',
      }),
    ).toBe('APPLIED');
    await service.jobs.run();
    expect(await status(bindingId)).toBe('UNBOUND');
    for (const message of confirmation) expect(await service.composed.applyProviderMessage(message)).toBe('STALE');
  });

  it('may tell what is older after what is newer: it is taken, and nothing is another for it', async () => {
    const { bindingId, operationId } = await confirmed();
    await settle(service);
    const { credentialReference } = await readBinding(service, holder, bindingId);
    const provider = 'seaside-bank';
    const older = [
      { type: 'operation.activation_required', provider, operationId },
      { type: 'operation.confirmed', provider, operationId, credentialReference },
      { type: 'credential.suspended', provider, credentialReference },
    ] as const;
    const overtaken = async () => {
      const before = await readBinding(service, holder, bindingId);
      const outcomes = [];
      for (const message of older) outcomes.push(await service.composed.applyProviderMessage(message));
      await settle(service);
      expect(await readBinding(service, holder, bindingId)).toEqual(before);
      return outcomes;
    };
    // Of a card that is bound, its provider is asked.
    expect(await overtaken()).toEqual(['STALE', 'STALE', 'APPLIED']);
    await unbind(service, holder, bindingId);
    await settle(service);
    expect(await overtaken()).toEqual(['STALE', 'STALE', 'STALE']);
  });

  it('may send no message: it is asked, and its answer counts', async () => {
    bank().plan('BIND', 'SILENT');
    const { bindingId } = await confirmed();
    await service.jobs.run();
    bank().settle();
    expect(await status(bindingId)).toBe('BINDING');
    await pass(10);
    expect(await status(bindingId)).toBe('ACTIVE');
  });

  it('may answer late: waiting, then a case at the deadline, closed when the answer comes', async () => {
    bank().plan('BIND', 'LATE');
    const { bindingId } = await confirmed();
    await pass(60);
    expect(await readBinding(service, holder, bindingId)).toMatchObject({
      status: 'BINDING',
      sync: { state: 'UNKNOWN' },
    });
    expect(await cases(bindingId)).toEqual([{ about: 'OVERDUE', open: true }]);
    for (const message of bank().settle({ late: true })) await service.composed.applyProviderMessage(message);
    expect(await status(bindingId)).toBe('ACTIVE');
    expect(await cases(bindingId)).toEqual([{ about: 'OVERDUE', open: false }]);
  });

  it('may never answer: sent once, asked again and again, one case, never usable (invariant 13)', async () => {
    bank().plan('BIND', 'NEVER');
    const { bindingId, operationId } = await confirmed();
    await pass(1800, 30);
    expect(await readBinding(service, holder, bindingId)).toMatchObject({
      status: 'BINDING',
      sync: { state: 'UNKNOWN', operation: 'BIND' },
    });
    expect(sentFor(operationId)).toBe(1);
    expect(await cases(bindingId)).toEqual([{ about: 'OVERDUE', open: true }]);
    const [{ asked }] = await service.composed.dataSource.query('SELECT asked FROM operation WHERE id = $1', [
      operationId,
    ]);
    expect(asked).toBeLessThan(20);
  });

  it('may take a request and give no answer: asked, never sent again', async () => {
    bank().plan('BIND', 'UNKNOWN_DONE');
    const { bindingId, operationId } = await confirmed();
    await service.jobs.run();
    expect(await readBinding(service, holder, bindingId)).toMatchObject({
      status: 'BINDING',
      sync: { state: 'UNKNOWN' },
    });
    bank().settle();
    await pass(10);
    expect(await status(bindingId)).toBe('ACTIVE');
    expect(sentFor(operationId)).toBe(1);
  });

  it('may lose a request: once it says that it has never heard of it, it gets it again under the same id', async () => {
    bank().plan('BIND', 'UNKNOWN');
    const { bindingId, operationId } = await confirmed();
    await pass(10);
    await settle(service);
    expect(await status(bindingId)).toBe('ACTIVE');
    expect(sentFor(operationId)).toBe(2);
  });

  it('may be away for minutes: everything ends after it is back', async () => {
    const { bindingId } = await bind(service, holder);
    bank().away = true;
    const plan = await preflight(service, holder, bindingId);
    expect(plan.blockers).toHaveLength(1);
    bank().away = false;
    const good = await preflight(service, holder, bindingId);
    bank().away = true;
    await mutate(service, holder, 'requestUnbind', {
      bindingId,
      planDigest: good.digest,
      reason: 'OTHER',
      proof: await proofOf(service, holder, 'UNBIND', bindingId, good.digest),
    });
    await pass(300, 15);
    expect(await status(bindingId)).toBe('UNBINDING');
    bank().away = false;
    await pass(400, 15);
    await settle(service);
    expect(await status(bindingId)).toBe('UNBOUND');
  });

  it('may refuse a bind: declined, with the cause in the history', async () => {
    bank().plan('BIND', 'REFUSE');
    const { bindingId } = await confirmed();
    await settle(service);
    expect(await readBinding(service, holder, bindingId)).toMatchObject({
      status: 'DECLINED',
      nextSteps: [{ code: 'REBIND' }],
    });
    const { data } = await service.ask(
      `{ binding(id: "${bindingId}") { card { history(first: 1) { edges { node { reason text } } } } } }`,
      {},
      holder.claims,
    );
    expect(data.binding.card.history.edges[0].node).toEqual({
      reason: 'PROVIDER_DECLINED',
      text: 'The provider refused to bind the card. It did not say why.',
    });
  });

  it('may refuse an unbind of a card that it does not have any more: then it is off', async () => {
    const { bindingId } = await bind(service, holder);
    const { credentialReference } = await readBinding(service, holder, bindingId);
    bank().removeOutside(credentialReference);
    bank().plan('UNBIND', 'REFUSE');
    await unbind(service, holder, bindingId);
    await settle(service);
    expect(await status(bindingId)).toBe('UNBOUND');
  });

  it('may take a card off while it goes on here: it is asked once more, and no removal is lost', async () => {
    const { bindingId } = await bind(service, holder);
    const { credentialReference } = await readBinding(service, holder, bindingId);
    const message = bank().removeOutside(credentialReference);
    const ask = bank().connector.credentialStatus.bind(bank().connector);
    const asked = jest.spyOn(bank().connector, 'credentialStatus').mockImplementationOnce(async (reference) => {
      const answer = await ask(reference);
      await mutate(service, holder, 'suspendBinding', { bindingId });
      return answer;
    });
    expect(await service.composed.applyProviderMessage(message)).toBe('APPLIED');
    await settle(service);
    expect(asked).toHaveBeenCalledTimes(2);
    asked.mockRestore();
    expect(await status(bindingId)).toBe('UNBOUND');
  });

  it('may refuse to restore: unbound as before, in the same window', async () => {
    const { bindingId } = await bind(service, holder);
    await unbind(service, holder, bindingId);
    await settle(service);
    const before = await readBinding(service, holder, bindingId);
    bank().plan('RESTORE', 'REFUSE_LATER');
    await mutate(service, holder, 'requestRestore', {
      bindingId,
      proof: await proofOf(service, holder, 'RESTORE', bindingId),
    });
    await settle(service);
    expect(await readBinding(service, holder, bindingId)).toMatchObject({
      status: 'UNBOUND',
      restorable: before.restorable,
    });
  });

  it('may speak of what is not ours, or another’s: nothing happens', async () => {
    const { bindingId, operationId } = await confirmed();
    const apply = service.composed.applyProviderMessage;
    expect(
      await apply({
        type: 'operation.confirmed',
        provider: 'harbour-bank',
        operationId,
        credentialReference: 'cred_x',
      }),
    ).toBe('UNKNOWN_SUBJECT');
    expect(
      await apply({ type: 'operation.confirmed', provider: 'seaside-bank', operationId: newId('operation') }),
    ).toBe('UNKNOWN_SUBJECT');
    expect(await apply({ type: 'credential.removed', provider: 'seaside-bank', credentialReference: 'cred_x' })).toBe(
      'UNKNOWN_SUBJECT',
    );
    expect(await status(bindingId)).toBe('BINDING');
  });
});
