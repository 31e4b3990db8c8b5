import { createSeenEvents } from './event-watch';

const event = (accountId: string, type: string) => ({ type, topic: 'cards', data: { accountId } });

describe('what the demo saw of the events', () => {
  it('keeps for an account what came while somebody else was told of theirs', async () => {
    const seen = createSeenEvents(0);
    seen.add(event('account_li', 'bound'));
    expect(await seen.next('account_li', ['bound'])).toHaveLength(1);
    seen.add(event('account_li', 'used'));
    seen.add(event('account_li', 'expiring'));
    seen.add(event('account_ada', 'bound'));
    expect(await seen.next('account_ada', ['bound'])).toEqual([event('account_ada', 'bound')]);
    expect(await seen.next('account_li', ['expiring'])).toEqual([event('account_li', 'expiring')]);
  });

  it('tells an event once, and says what did not come', async () => {
    const seen = createSeenEvents(0);
    seen.add(event('account_li', 'bound'));
    await seen.next('account_li', []);
    await expect(seen.next('account_li', ['bound'])).rejects.toThrow('no event bound within 0 s');
  });
});
