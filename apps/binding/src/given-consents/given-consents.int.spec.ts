import { newId } from '@bindery/kernel';
import {
  aHolder,
  bind,
  confirm,
  mutate,
  newKey,
  readBinding,
  settle,
  startInput,
  unbindInput,
  type Holder,
} from '../testing/holder';
import { startBindingService, type Answer, type RunningBinding } from '../testing/start-binding-service';

let service: RunningBinding;
let holder: Holder;
beforeAll(async () => void (service = await startBindingService()));
afterAll(() => service.stop());
beforeEach(() => void (holder = aHolder()));

const fields = 'id state purpose version text locale givenAt withdrawnAt provider { code } binding { id phase }';
async function consentsOf({ viewer, claims }: Holder): Promise<Answer[]> {
  const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Account { consents { edges { node { ${fields} } } } } } }`;
  const { data } = await service.ask(query, { r: [{ __typename: 'Account', id: viewer.accountId }] }, claims);
  return data._entities[0].consents.edges.map(({ node }: Answer) => node);
}
async function withdraw(consentId: string, by = holder, idempotencyKey = newKey()): Promise<Answer> {
  const query = `mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { __typename
    ... on WithdrawConsentSuccess { consent { ${fields} } } ... on ConsentInUseError { inUseBy { id } } ... on TransitionRefusedError { phase }
    ... on Problem { code message remedies { code } } } }`;
  return (await service.ask(query, { input: { idempotencyKey, consentId } }, by.claims)).data.withdrawConsent;
}
const begin = (by = holder) => mutate(service, by, 'startBinding', startInput(by, 'seaside-bank'));
const withdrawnEvents = () =>
  service.sql<{ value: string }>(
    `SELECT value FROM outbox_events WHERE headers->>'ce_type' = 'bindery.consent.withdrawn.v1' AND value LIKE '%' || $1 || '%'`,
    [holder.viewer.accountId],
  );

describe('what a holder has agreed to', () => {
  it('is listed with its words as they were shown, and to nobody else', async () => {
    const zh = aHolder('zh-CN');
    const input = startInput(zh, 'seaside-bank') as Answer;
    const { binding } = await mutate(service, zh, 'startBinding', input);
    expect(await consentsOf(zh)).toEqual([
      {
        id: expect.stringMatching(/^consent_/),
        state: 'IN_FORCE',
        purpose: '用于绑定海滨银行的卡片并保持可用',
        version: input.consent.version,
        text: input.consent.text,
        locale: expect.any(String),
        givenAt: expect.any(String),
        withdrawnAt: null,
        provider: { code: 'seaside-bank' },
        binding: { id: binding.id, phase: 'VERIFYING' },
      },
    ]);
    const { errors, data } = await service.ask(
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Account { consents { edges { cursor } } } } }',
      { r: [{ __typename: 'Account', id: zh.viewer.accountId }] },
      holder.claims,
    );
    expect({ errors, data }).toEqual({ data: { _entities: [null] } });
  });

  it('ends when its card is taken off', async () => {
    const { bindingId } = await bind(service, holder);
    await mutate(service, holder, 'requestUnbind', await unbindInput(service, holder, bindingId));
    await settle(service);
    const [consent] = await consentsOf(holder);
    expect(consent).toMatchObject({ state: 'ENDED', withdrawnAt: null });
    expect(await withdraw(consent?.id)).toMatchObject({ __typename: 'ConsentEndedError' });
  });
});

describe('withdrawConsent', () => {
  it('gives up a card that is on its way, once, and tells who asks to be told', async () => {
    const { binding } = await begin();
    const [given] = await consentsOf(holder);
    const key = newKey();
    const withdrawn = await withdraw(given?.id, holder, key);
    expect(withdrawn).toMatchObject({
      __typename: 'WithdrawConsentSuccess',
      consent: { id: given?.id, state: 'WITHDRAWN', withdrawnAt: expect.any(String), binding: { phase: 'DECLINED' } },
    });
    expect(await withdraw(given?.id, holder, key)).toEqual(withdrawn);
    expect(await withdraw(given?.id)).toEqual(withdrawn);
    expect((await readBinding(service, holder, binding.id)).phase).toBe('DECLINED');
    const events = await withdrawnEvents();
    expect(events.map(({ value }) => JSON.parse(value))).toMatchObject([
      { consentId: given?.id, provider: 'seaside-bank', version: given?.version },
    ]);
    expect(await confirm(service, holder, binding.id)).toMatchObject({ __typename: 'TransitionRefusedError' });
  });

  it('names the way by a plan for a card that is bound, and changes nothing', async () => {
    const { bindingId } = await bind(service, holder);
    const [given] = await consentsOf(holder);
    expect(await withdraw(given?.id)).toMatchObject({
      __typename: 'ConsentInUseError',
      inUseBy: { id: bindingId },
      remedies: [{ code: 'ReadPlan' }, { code: 'UnbindFirst' }],
    });
    expect(await consentsOf(holder)).toEqual([given]);
    expect(await withdrawnEvents()).toEqual([]);
  });

  it('waits for a provider that is just asked to take the card off', async () => {
    const { bindingId } = await bind(service, holder);
    await mutate(service, holder, 'requestUnbind', await unbindInput(service, holder, bindingId));
    const [given] = await consentsOf(holder);
    expect(await withdraw(given?.id)).toMatchObject({ __typename: 'TransitionRefusedError', phase: 'UNBINDING' });
  });

  it('knows nothing of the consents of others, of none, and refuses strangers', async () => {
    const other = aHolder();
    await begin(other);
    const [theirs] = await consentsOf(other);
    const absent = await withdraw(newId('consent'));
    expect(absent).toMatchObject({ __typename: 'NotFoundError' });
    expect(await withdraw(theirs?.id)).toEqual(absent);
    expect(await withdraw('no id')).toEqual(absent);
    expect((await consentsOf(other))[0]?.state).toBe('IN_FORCE');
    const query =
      'mutation { withdrawConsent(input: { idempotencyKey: "k-0123456789abcdef", consentId: "x" }) { __typename } }';
    expect((await service.ask(query)).errors[0].extensions.code).toBe('UNAUTHENTICATED');
  });

  it('and a confirmation at once have one winner, and nothing is opened without a consent', async () => {
    for (let round = 0; round < 10; round++) {
      const racer = aHolder();
      const { binding } = await begin(racer);
      const [given] = await consentsOf(racer);
      const [withdrawn, confirmed] = await Promise.all([
        withdraw(given?.id, racer),
        confirm(service, racer, binding.id),
      ]);
      const won = [withdrawn, confirmed].filter(({ __typename }) => __typename.endsWith('Success'));
      const [after] = await consentsOf(racer);
      const { phase } = await readBinding(service, racer, binding.id);
      if (withdrawn.__typename === 'WithdrawConsentSuccess')
        expect([after?.state, phase]).toEqual(['WITHDRAWN', 'DECLINED']);
      else expect([after?.state, phase]).toEqual(['IN_FORCE', 'BINDING']);
      expect(won.length).toBeGreaterThan(0);
    }
  });
});

describe('a consent for a purpose that is asked for no more', () => {
  it('is listed as it was agreed to, with what came of it, and taken back without the card', async () => {
    const { bindingId } = await bind(service, holder);
    const [given] = await consentsOf(holder);
    const id = newId('consent');
    await service.sql(
      `INSERT INTO consent SELECT (jsonb_populate_record(c, jsonb_build_object('id', $2::text, 'purpose', 'DATA_SHARING'))).* FROM consent c WHERE id = $1`,
      [given?.id, id],
    );
    const listed = async () => (await consentsOf(holder)).find((one) => one.id === id);
    expect(await listed()).toMatchObject({
      state: 'IN_FORCE',
      purpose: expect.stringMatching(/nothing was ever told/),
    });
    expect(await withdraw(id)).toMatchObject({ consent: { id, state: 'WITHDRAWN' } });
    expect((await readBinding(service, holder, bindingId)).status).toBe('ACTIVE');
  });
});
