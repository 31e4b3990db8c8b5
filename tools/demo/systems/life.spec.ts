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
  const home = async () => {
    const edges = inbox.map((node) => ({ node }));
    inbox.unshift(message('late'));
    return { inbox: { edges } } as unknown as Awaited<ReturnType<Wallet['home']>>;
  };
  expect(await inboxMessage({ wallet: { home } }, 'CARD_EXPIRING', ['early'])).toMatchObject({ id: 'late' });
});
