import { aHolder, startBind, type Answer } from '../testing/operations';
import { startVerification, type RunningVerification } from '../testing/start-verification';

let service: RunningVerification;
beforeAll(async () => (service = await startVerification({ withJobs: false })));
afterAll(() => service.stop());

describe('a reference to a challenge', () => {
  const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename ... on Challenge { id state } } }';

  it('resolves for its owner only', async () => {
    const [holder, other] = [await aHolder(service), await aHolder(service)];
    const { id } = await startBind(service, holder);
    const ask = async (claims: object): Promise<Answer> =>
      (await service.ask(query, { r: [{ __typename: 'Challenge', id }] }, claims)).data._entities;
    expect(await ask(holder.claims)).toEqual([{ __typename: 'Challenge', id, state: 'PENDING' }]);
    expect([await ask(other.claims), await ask({})]).toEqual([[null], [null]]);
  });
});
