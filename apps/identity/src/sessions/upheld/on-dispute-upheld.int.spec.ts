import { newId } from '@bindery/kernel';
import { eventsOf, newHolder, signIn } from '../../testing/holder';
import { startTestIdentity, type TestIdentity } from '../../testing/identity-service';

let service: TestIdentity;
beforeAll(async () => void (service = await startTestIdentity()));
afterAll(() => service.stop());

const publish = (accountId: string, keptSessionId: string) => {
  const disputeId = newId('dispute');
  return service.eventLog.publish('binding', {
    type: 'bindery.dispute.upheld.v1',
    key: disputeId,
    sequence: 2,
    data: {
      disputeId,
      bindingId: newId('binding'),
      cardId: newId('card'),
      accountId,
      provider: 'seaside-bank',
      about: 'UNAUTHORISED_UNBIND',
      keptSessionId,
      feeRefunded: false,
      at: service.clock.now().toISOString(),
    },
  } as never);
};

describe('an upheld dispute', () => {
  it('ends every session of the account but the one that opened it, and nobody else’s', async () => {
    const [mine, theirs] = [await newHolder(service), await newHolder(service)];
    const thief = await signIn(service, mine.phone);
    await publish(mine.viewer.accountId, mine.viewer.sessionId);
    const ended = (await eventsOf(service, mine.viewer.accountId)).filter(
      ({ data }) => data.cause === 'DISPUTE_UPHELD',
    );
    expect(ended).toMatchObject([{ data: { sessionId: thief.viewer.sessionId } }]);
    const viewerOf = async (viewer: object) => (await service.ask('{ viewer { id } }', {}, { viewer } as never)).data;
    expect(await viewerOf(thief.viewer)).toEqual({ viewer: null });
    expect(await viewerOf(mine.viewer)).toEqual({ viewer: { id: mine.viewer.accountId } });
    expect(await viewerOf(theirs.viewer)).toEqual({ viewer: { id: theirs.viewer.accountId } });
  });

  it('of an account that is not known here changes nothing', async () => {
    const { viewer } = await newHolder(service);
    await publish(newId('account'), newId('session'));
    expect((await service.ask('{ viewer { id } }', {}, { viewer })).data).toEqual({ viewer: { id: viewer.accountId } });
  });
});
