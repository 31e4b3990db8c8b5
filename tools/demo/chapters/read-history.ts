import type { Scene } from '../scene';

export async function readHistory({ wallet, story, bank }: Scene): Promise<void> {
  story.step('history');
  const { changes } = await wallet.history(bank.cardId);
  for (const { at, actor, text } of changes)
    story.tell('historyLine', { at: new Date(at), actor: story.wordFor(actor), text });
  const whole = changes.every(({ at, actor, channel }) => at && actor && channel);
  const unbind = changes.find(({ trigger }) => trigger === 'RequestUnbind');
  story.check(whole && unbind?.reason === 'NO_LONGER_USED', 'historyWhole');
}
