import { setTimeout as pause } from 'node:timers/promises';
import type { BindingView, CardInput, NotificationView, PlanView, Wallet } from '@bindery/wallet-client';
import { drawCard } from '../draw-card';
import { tellEvents, type BoundCard, type Life, type Scene } from '../scene';

/** Somebody new, on a phone of theirs. */
export async function beginLife(scene: Scene, phone: Parameters<Wallet['logIn']> = ['Pixel 9']): Promise<Life> {
  const wallet = scene.newWallet();
  const accountId = await wallet.register();
  const { deviceId } = await wallet.logIn(...phone);
  return { scene: { ...scene, wallet, accountId, deviceId }, wallet, deviceId };
}

/** Logs in unless a session goes on; one ends after thirty days. */
export async function stayLoggedIn(wallet: Wallet, deviceName = 'Pixel 9'): Promise<Wallet> {
  if (!(await wallet.refresh())) await wallet.logIn(deviceName);
  return wallet;
}

/** Starts and proves a binding that then waits for its holder. */
export const bindAs = ({ wallet, deviceId }: Life, provider: string, card: CardInput): Promise<BoundCard> =>
  wallet.bind(provider, deviceId, card);

/** Waits until the card works, shows it, and answers what the phone shows to readers and terminals. */
export async function waitUntilActive({ scene, wallet }: Life, { cardId }: BoundCard): Promise<string> {
  const { credentialReference } = await wallet.waitForStatus(cardId, 'ACTIVE');
  scene.story.show(drawCard(await wallet.card(cardId), scene.story.wordFor));
  if (!credentialReference) throw new Error('the binding has no credential');
  return credentialReference;
}

/** Takes a card off as its plan says, and waits for the provider. */
export async function unbindCard(
  { scene, wallet }: Life,
  { cardId, bindingId }: BoundCard,
): Promise<{ plan: PlanView; binding: BindingView }> {
  const plan = await wallet.preflight(bindingId);
  const proof = await wallet.prove({ action: 'UNBIND', subjectId: bindingId, planDigest: plan.digest });
  await wallet.requestUnbind(bindingId, plan, proof, 'PRIVACY');
  const binding = await wallet.waitForStatus(cardId, 'UNBOUND');
  if (binding.receipt) scene.story.tell('receipt', { text: binding.receipt.text });
  await tellEvents(scene, 'bindery.binding.unbound.v1');
  return { plan, binding };
}

/** The holder pauses the card and resumes it; `meanwhile` sees what is so while it is paused. */
export async function pauseCard(
  { wallet }: Life,
  { cardId, bindingId }: BoundCard,
  meanwhile: () => Promise<boolean>,
): Promise<boolean> {
  const paused = await wallet.suspend(bindingId);
  await wallet.waitForStatus(cardId, 'SUSPENDED');
  const seen = await meanwhile();
  const resumed = await wallet.resume(bindingId);
  await wallet.waitForStatus(cardId, 'ACTIVE');
  return seen && paused.__typename === 'SuspendBindingSuccess' && resumed.__typename === 'ResumeBindingSuccess';
}

/** True once `isSo`; what happens elsewhere is given twenty seconds. */
export async function eventually(isSo: () => Promise<boolean>): Promise<boolean> {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; await pause(100)) if (await isSo()) return true;
  return isSo();
}

/** The newest message of a kind in the inbox, once it is there. `known`: ids of those that are not meant, as they came before. */
export async function inboxMessage(
  { wallet }: { readonly wallet: Pick<Wallet, 'home'> },
  kind: string,
  known: readonly string[] = [],
): Promise<NotificationView | undefined> {
  const find = async () => (await inboxMessages(wallet, kind)).find(({ id }) => !known.includes(id));
  await eventually(async () => (await find()) !== undefined);
  return find();
}

/** The messages of a kind in the inbox, newest first. */
export const inboxMessages = async (wallet: Pick<Wallet, 'home'>, kind: string): Promise<readonly NotificationView[]> =>
  (await wallet.home()).inbox.edges.map(({ node }) => node).filter((message) => message.kind === kind);

/** How a credential stands at its provider; undefined where there never was one. */
export const statusOutside = async ({ world }: Scene, reference: string): Promise<string | undefined> =>
  (await world.memory()).credentials.find(({ credentialReference }) => credentialReference === reference)?.status;

/** True once the card's records of use have the payment. */
export const isInUsage = ({ wallet }: Life, { cardId }: BoundCard, minor: number): Promise<boolean> =>
  eventually(async () => (await wallet.history(cardId)).usage.some(({ amount }) => amount?.value === minor));

/** An account of a wallet that nobody else has; the last digit keeps off the endings that wallets refuse. */
export const newAccount = (): string =>
  `138${String(Math.floor(Math.random() * 1e7)).padStart(7, '0')}${5 + Math.floor(Math.random() * 5)}`;
