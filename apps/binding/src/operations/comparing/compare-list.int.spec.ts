import { aHolder, bind, mutate, settle, type Holder } from '../../testing/holder';
import { askAsReader } from '../../testing/ask-as-reader';
import { checkHistory } from '../../testing/history-checker';
import { operator } from '../../testing/operator';
import { startBindingService, type RunningBinding } from '../../testing/start-binding-service';

const dayMs = 24 * 60 * 60_000;

let service: RunningBinding;
let holder: Holder;
beforeAll(async () => void (service = await startBindingService()));
afterAll(() => service.stop());
beforeEach(() => void (holder = aHolder()));
afterEach(async () => void (await checkHistory(service.composed.dataSource)));

const bank = () => service.providers['seaside-bank'];

const stateOf = async (bindingId: string) => {
  const [row] = await service.composed.dataSource.query(
    `SELECT phase, holds, sync, credential_reference AS reference,
       (SELECT id FROM operation o WHERE o.binding_id = b.id ORDER BY created_at DESC LIMIT 1) AS operation
     FROM binding b WHERE id = $1`,
    [bindingId],
  );
  return row;
};

const compareList = async (): Promise<void> => {
  await service.composed.jobHandlers['compare-list']?.({ provider: 'seaside-bank' } as never, {} as never);
  await settle(service);
};
const anHour = () => void service.clock.advance(60 * 60_000);
const unknown = async (): Promise<{ reference: string; hasCase: boolean; isOver: boolean }[]> =>
  service.composed.dataSource.query(
    `SELECT credential_reference AS reference, case_id IS NOT NULL AS "hasCase", closed_at IS NOT NULL AS "isOver" FROM unknown_credential ORDER BY 1`,
  );

describe('the list of a provider', () => {
  it('asks about what differs', async () => {
    const { bindingId } = await bind(service, holder);
    const { reference } = await stateOf(bindingId);
    bank().setStatus(reference, 'ABSENT');
    await compareList();
    expect(await stateOf(bindingId)).toMatchObject({ phase: 'UNBOUND' });
  });

  it('holds a card that the provider suspends without a word, and lets it go when the provider does', async () => {
    const { bindingId } = await bind(service, holder);
    const { reference } = await stateOf(bindingId);
    bank().hold(reference, true);
    await compareList();
    const byProvider = { owner: 'PROVIDER', reason: 'SUSPENDED_BY_PROVIDER' };
    expect(await stateOf(bindingId)).toMatchObject({ phase: 'BOUND', holds: [byProvider] });
    await mutate(service, holder, 'suspendBinding', { bindingId });
    await settle(service);
    bank().hold(reference, false);
    await compareList();
    // The holder's own suspension is nobody else's to lift.
    expect(await stateOf(bindingId)).toMatchObject({ holds: [{ owner: 'HOLDER' }], sync: { state: 'IN_SYNC' } });
  });

  it('makes a case of what nobody knows, which opens nothing and is over when it is gone', async () => {
    const stranger = 'cred_of_nobody';
    const cases = async (claims: object) =>
      service.ask(
        '{ unknownCredentials { edges { node { id provider credentialReference openedAt answerBy } } } }',
        {},
        claims,
      );
    bank().setStatus(stranger, 'ACTIVE');
    await compareList();
    // A bind may be done there and not told here yet.
    expect(await unknown()).toEqual([{ reference: stranger, hasCase: false, isOver: false }]);
    anHour();
    await compareList();
    const { data } = await cases(operator);
    const [{ node }] = data.unknownCredentials.edges;
    expect(node).toMatchObject({ provider: 'seaside-bank', credentialReference: stranger });
    expect(Date.parse(node.answerBy) - Date.parse(node.openedAt)).toBe(3 * dayMs);
    expect((await cases(aHolder().claims)).errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    const { body } = await askAsReader(
      service.composed.http.app,
      { credentialReference: stranger },
      service.clock.now(),
      'seaside-bank',
    );
    expect(body).toEqual({ good: false, reason: 'UNREGISTERED' });
    anHour();
    await compareList();
    expect((await cases(operator)).data.unknownCredentials.edges).toEqual([{ node }]);
    bank().setStatus(stranger, 'ABSENT');
    anHour();
    await compareList();
    expect((await cases(operator)).data.unknownCredentials.edges).toEqual([]);
    bank().setStatus(stranger, 'ACTIVE');
    await compareList();
    expect(await unknown()).toEqual([{ reference: stranger, hasCase: false, isOver: false }]);
    bank().setStatus(stranger, 'ABSENT');
    anHour();
    await compareList();
  });

  it('has an orphan of ours taken off that was lost sight of, and makes no case of it', async () => {
    bank().plan('BIND', 'ACTIVATION');
    const { bindingId } = await bind(service, holder);
    const { operation: operationId } = await stateOf(bindingId);
    await mutate(service, holder, 'cancelBinding', { bindingId });
    await service.composed.dataSource.query('DELETE FROM graphile_worker._private_jobs');
    // Its holder finishes it at the provider all the same, and nobody is told.
    bank().activate(operationId);
    const reference = `cred_${operationId}`;
    expect(await bank().connector.credentialStatus(reference)).toEqual({ ok: true, value: 'ACTIVE' });
    await compareList();
    anHour();
    await compareList();
    expect(await bank().connector.credentialStatus(reference)).toEqual({ ok: true, value: 'ABSENT' });
    expect(await unknown()).toContainEqual({ reference, hasCase: false, isOver: true });
    expect(await stateOf(bindingId)).toMatchObject({ phase: 'DECLINED' });
  });
});
