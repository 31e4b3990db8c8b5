import { itIsCheckedAgainst } from '@bindery/testing';
import ConsumerGroup from 'kafkajs/src/consumer/consumerGroup';
import { asMember } from './keep-membership';

describe('a consumer of kafkajs that starts again', () => {
  itIsCheckedAgainst('kafkajs', '2.2.4', 'connect and memberId of its consumer group (keep-membership.ts)');

  const connect = async (memberId: string | undefined, own: string | null = null) => {
    const group = Object.assign(Object.create(ConsumerGroup.prototype) as ConsumerGroup, {
      memberId: own,
      instrumentationEmitter: { emit: () => undefined },
      cluster: { connect: () => Promise.resolve(), refreshMetadataIfNecessary: () => Promise.resolve() },
    });
    await asMember(memberId, () => group.connect());
    return group.memberId;
  };

  it('joins as the member that it was', async () => {
    expect(await connect('member-1')).toBe('member-1');
  });

  it('joins as a newcomer where it was none, and keeps a name that the group has given it since', async () => {
    expect(await connect(undefined)).toBeNull();
    expect(await connect('member-1', 'member-2')).toBe('member-2');
  });
});
