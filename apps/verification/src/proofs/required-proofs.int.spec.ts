import { newId } from '@bindery/kernel';
import { testViewer } from '@bindery/trust/testing';
import { aHolder, newBindingId, start, type Answer } from '../testing/operations';
import { startVerification, type RunningVerification } from '../testing/start-verification';

let service: RunningVerification;
beforeAll(async () => (service = await startVerification({ withJobs: false })));
afterAll(() => service.stop());

describe('a reference to a binding', () => {
  const query =
    'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Binding { requiredProofs { action } } } }';

  it('tells a holder the proof of the next step, and a stranger nothing', async () => {
    const { claims } = await aHolder(service);
    const r = [['BIND'], ['FOUND', 'UNBIND'], ['RESTORE'], []].map((proofsAsked) => ({
      __typename: 'Binding',
      id: newBindingId(),
      proofsAsked,
    }));
    const { data }: Answer = await service.ask(query, { r }, claims);
    expect(
      data._entities.map(({ requiredProofs }: Answer) => requiredProofs.map(({ action }: Answer) => action)),
    ).toEqual([['BIND'], ['FOUND', 'UNBIND'], ['RESTORE'], []]);
    expect((await service.ask(query, { r: r.slice(0, 1) })).data._entities).toEqual([null]);
  });

  it('names the ways that the account can use, and no other way is offered anywhere', async () => {
    const r = [{ __typename: 'Binding', id: newBindingId(), proofsAsked: ['BIND'] }];
    const proofs = '{ ... on Binding { requiredProofs { factors } } }';
    const factorsOf = async (claims: object) => {
      const asked = `query ($r: [_Any!]!) { _entities(representations: $r) ${proofs} }`;
      const { data }: Answer = await service.ask(asked, { r }, claims);
      return data._entities[0].requiredProofs[0].factors;
    };
    const [{ claims: reached }, landline] = [await aHolder(service), await aHolder(service, 'en', '+861088888888')];
    const unreached = { viewer: testViewer({ accountId: newId('account') }) };
    expect(await factorsOf(reached)).toEqual(['SMS_CODE']);
    for (const claims of [unreached, landline.claims]) {
      expect(await factorsOf(claims)).toEqual([]);
      for (const factor of ['SMS_CODE', 'EMAIL_CODE'])
        expect(
          await start(service, { factor, purpose: { action: 'BIND', subjectId: newBindingId() } }, claims),
        ).toMatchObject({
          __typename: 'NoContactPointError',
          // Of an account of which nothing is known yet more may come in a moment.
          remedies: [...(claims === unreached ? [{ code: 'TryAgain' }] : []), { code: 'ContactSupport' }],
        });
    }
  });

  it('never tells “none” of a binding whose next step is not known', async () => {
    const { claims } = await aHolder(service);
    const r = [['UNKNOWN'], ['UNBIND', 'FREEZE'], [''], ['bind'], 'UNBIND', 0, [0], {}, null, undefined].map(
      (proofsAsked) => ({
        __typename: 'Binding',
        id: newBindingId(),
        proofsAsked,
      }),
    );
    expect((await service.ask(query, { r }, claims)).data._entities).toEqual(r.map(() => ({ requiredProofs: null })));
  });
});
