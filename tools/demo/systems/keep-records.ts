import type { Scene } from '../scene';
import { eventually, inboxMessage } from './life';

const byteOrderMark = '\uFEFF';

/** Of the person of the first chapters: what she used, and what she agreed to. */
export async function keepRecords(scene: Scene): Promise<void> {
  await exportUses(scene);
  await readElsewhere(scene);
  await listConsents(scene);
}

async function exportUses({ wallet, story }: Scene): Promise<void> {
  story.step('exportUses');
  const path = await wallet.exportUsage('CSV', 'Asia/Shanghai');
  const response = await fetch(new URL(path, wallet.graph.endpoint));
  const bytes = Buffer.from(await response.arrayBuffer());
  const text = bytes.toString('utf8');
  const lines = text.trim().split('\r\n');
  for (const line of lines) story.tell('effect', { text: line.replace(byteOrderMark, '') });
  story.check(response.ok && text.startsWith(byteOrderMark), 'exportForExcel');
  const paid = lines.find((line) => line.includes(story.wordFor('bakery')));
  story.check(paid?.includes('12.5') ?? false, 'exportHasUses', { rows: lines.length - 1 });
  const tampered = `${path.slice(0, -1)}${path.endsWith('A') ? 'B' : 'A'}`;
  const refused = await fetch(new URL(tampered, wallet.graph.endpoint));
  await refused.body?.cancel();
  story.check(!refused.ok, 'exportLinkOnly');
  const alert = await inboxMessage({ wallet }, 'EXPORT_READY');
  story.check(alert !== undefined, 'exportTold', { message: alert?.body ?? '' });
}

/** On a journey: the same inbox, its moments by the clocks there. */
async function readElsewhere({ wallet, story }: Scene): Promise<void> {
  story.step('readElsewhere');
  const isToldAt = (zone: string) =>
    eventually(async () => (await inboxMessage({ wallet }, 'EXPORT_READY'))?.body.includes(zone) ?? false);
  const outcome = await wallet.readIn('Asia/Tokyo');
  story.check(outcome.__typename === 'ChangeProfileSuccess' && (await isToldAt('GMT+9')), 'toldByClocksThere');
  await wallet.readIn('Asia/Shanghai');
  story.check(await isToldAt('GMT+8'), 'toldByClocksHere');
}

async function listConsents({ wallet, story, bank }: Scene): Promise<void> {
  story.step('consents');
  const consents = await wallet.consents();
  for (const { provider, purpose, version, state, givenAt } of consents)
    story.tell('consentLine', {
      at: new Date(givenAt),
      provider: provider.name,
      purpose: story.wordFor(purpose),
      version,
      state: story.wordFor(state),
    });
  const ofBank = consents.find(({ provider }) => provider.code === 'seaside-bank');
  const whole = consents.every(({ text, version, givenAt }) => text && version && givenAt);
  story.check(consents.length >= 2 && whole, 'consentsListed', { count: consents.length });
  const outcome = await wallet.withdrawConsent(ofBank?.id ?? '');
  story.check(ofBank?.binding?.id === bank.bindingId && outcome.__typename === 'ConsentInUseError', 'consentInUse', {
    message: outcome.message ?? outcome.__typename,
  });
}
