import { aHolder, newBindingId, type Answer } from '../testing/operations';
import { startVerification, type RunningVerification } from '../testing/start-verification';

let service: RunningVerification;
beforeAll(async () => (service = await startVerification({ withJobs: false })));
afterAll(() => service.stop());

describe('a reference to a binding', () => {
  const query =
    'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Binding { requiredProofs { action } } } }';

  it('tells a holder the proof of the next step, and a stranger nothing', async () => {
    const { claims } = await aHolder(service);
    const r = ['BIND', 'UNBIND', 'RESTORE', null].map((proofAsked) => ({
      __typename: 'Binding',
      id: newBindingId(),
      proofAsked,
    }));
    const { data }: Answer = await service.ask(query, { r }, claims);
    expect(
      data._entities.map(({ requiredProofs }: Answer) => requiredProofs.map(({ action }: Answer) => action)),
    ).toEqual([['BIND'], ['UNBIND'], ['RESTORE'], []]);
    expect((await service.ask(query, { r: r.slice(0, 1) })).data._entities).toEqual([null]);
  });

  it('never tells “none” of a binding whose next step is not known', async () => {
    const { claims } = await aHolder(service);
    const r = ['UNKNOWN', 'FREEZE', '', 'bind', 0, {}, undefined].map((proofAsked) => ({
      __typename: 'Binding',
      id: newBindingId(),
      proofAsked,
    }));
    expect((await service.ask(query, { r }, claims)).data._entities).toEqual(r.map(() => ({ requiredProofs: null })));
  });
});
