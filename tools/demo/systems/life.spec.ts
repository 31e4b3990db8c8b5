import type { NotificationView, Wallet } from '@bindery/wallet-client';
import { inboxMessage } from './life';

const message = (id: string, kind = 'CARD_EXPIRING'): NotificationView => ({
  id,
  kind,
  title: '',
  body: '',
  critical: false,
});

it('waits for a message that was not there before, whatever came early', async () => {
  const inbox = [message('early'), message('other', 'WELCOME')];
  let looks = 0;
  const home = async () => {
    const edges = inbox.map((node) => ({ node }));
    // Later than anybody who takes the early one looks.
    if (++looks === 3) inbox.unshift(message('late'));
    return { inbox: { edges } } as unknown as Awaited<ReturnType<Wallet['home']>>;
  };
  expect(await inboxMessage({ wallet: { home } }, 'CARD_EXPIRING', ['early'])).toMatchObject({ id: 'late' });
});
