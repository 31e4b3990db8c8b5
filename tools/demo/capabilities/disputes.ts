import type { Wallet } from '@bindery/wallet-client';
import { tellEvents, type BoundCard, type Life, type Scene } from '../scene';
import {
  beginLife,
  bindAs,
  eventually,
  inboxMessage,
  newAccount,
  stayLoggedIn,
  unbindCard,
  waitUntilActive,
} from '../systems/life';
import { holderApp, type DisputeView } from './holder-app';
import { staffApp } from './staff-app';

const bank = 'seaside-bank';

/** "Was this you?" after a removal that was not asked for here; and what people decide of disputes. */
export async function disputeRemovals(scene: Scene): Promise<void> {
  await answerWasThisYou(scene);
  await getFeeBack(scene);
  await beRejected(scene);
}

async function answerWasThisYou(scene: Scene): Promise<void> {
  const { world, story } = scene;
  story.step('wasThisYou');
  const life = await beginLife(scene);
  const card = await bindAs(life, bank, { bank: { number: '4242 4242 4242 4242' } });
  const credential = await waitUntilActive(life, card);
  await world.remove(bank, credential);
  await life.wallet.waitForStatus(card.cardId, 'UNBOUND');
  const alert = await inboxMessage(life, 'CARD_REMOVED_ELSEWHERE');
  story.check(alert?.critical ?? false, 'wasThisYouAsked', { message: alert?.body ?? '–' });
  const dispute = await holderApp(life.wallet).wasNotMe(card.bindingId);
  story.tell('effect', { text: dispute.text });
  story.check(dispute.state === 'OPEN', 'wasNotMe', { until: new Date(dispute.decideBy) });
  const opened = await inboxMessage(life, 'DISPUTE_OPENED');
  story.check(opened !== undefined, 'disputeTold', { title: opened?.title ?? '–' });
  await tellEvents(life.scene, 'bindery.binding.removed-elsewhere.v1', 'bindery.dispute.opened.v1');

  story.step('disputeUpheld');
  const agents = await agentsOf(scene);
  if (!agents) return;
  await uphold(scene, agents, dispute, true);
  const proof = await life.wallet.prove({ action: 'RESTORE', subjectId: card.bindingId });
  story.check((await stateOf(life, card)) === 'AWAITING_PROOF', 'disputeWaits');
  await life.wallet.requestRestore(card.bindingId, proof);
  const reference = await waitUntilActive(life, card);
  const pays = () => world.pay(reference, 100, story.wordFor('bakery')).then(({ approved }) => approved);
  story.check((await eventually(pays)) && (await stateOf(life, card)) === 'UPHELD', 'disputeBack');
  await tellEvents(life.scene, 'bindery.dispute.upheld.v1', 'bindery.binding.restored.v1');
}

/** Whoever took the card off sat at another device, at which a fee was accepted. */
async function getFeeBack(scene: Scene): Promise<void> {
  const { story } = scene;
  story.step('feeBack');
  const agents = await agentsOf(scene);
  if (!agents) return;
  const life = await beginLife(scene);
  const { wallet } = life;
  const app = holderApp(wallet);
  const card = await bindAs(life, 'cloudgate', { access: { site: 'riverside', memberNumber: 'RG-1005' } });
  await waitUntilActive(life, card);
  const { refreshToken: theirs } = await wallet.logIn(story.wordFor('unknownPhone'));
  const { binding } = await unbindCard(life, card);
  const fee = binding.receipt?.feeCharged?.value ?? 0;
  story.check(fee > 0, 'feeTaken', { fee: String(fee / 100) });
  await wallet.logIn('Pixel 9');
  const dispute = await app.openDispute(card.bindingId, story.wordFor('wordsOfDispute'));
  await uphold(scene, agents, dispute, false);
  const alert = await inboxMessage(life, 'DISPUTE_DECIDED');
  const body = alert?.body ?? '–';
  const isRefunded = body.includes(story.wordFor('refundedInAlert')) && body.includes((fee / 100).toFixed(2));
  story.check(isRefunded, 'feeReturned', { message: body });
  story.check(await eventually(async () => !(await app.isSignedIn(theirs))), 'feeThief');
  await tellEvents(life.scene, 'bindery.dispute.opened.v1', 'bindery.dispute.upheld.v1');
}

async function beRejected(scene: Scene): Promise<void> {
  const { story } = scene;
  story.step('disputeRejected');
  const agents = await agentsOf(scene);
  if (!agents) return;
  const life = await beginLife(scene);
  const app = holderApp(life.wallet);
  const card = await bindAs(life, 'sinopec-yijie', { wallet: { account: newAccount() } });
  await waitUntilActive(life, card);
  await unbindCard(life, card);
  const { id } = await app.openDispute(card.bindingId, story.wordFor('wordsOfDispute'));
  const reason = story.wordFor('reasonOfRejection');
  await staffApp(agents[0]).decide(id, 'REJECT', reason);
  const [decided] = (await app.binding(card.bindingId)).disputes;
  story.check(decided?.state === 'REJECTED' && decided.reason === reason, 'disputeWhy', {
    reason: decided?.reason ?? '–',
  });
  const { restorable } = (await life.wallet.card(card.cardId)).bindings[0] ?? {};
  story.check(restorable?.until != null, 'disputeStillRestorable', { until: new Date(restorable?.until ?? 0) });
  await tellEvents(life.scene, 'bindery.dispute.rejected.v1');
}

type Agents = readonly [Wallet, Wallet];

/** Two people for whom disputes are work; told and left out where the data folder has fewer. */
async function agentsOf({ staff, story }: Scene): Promise<Agents | undefined> {
  const [first, second] = staff.AGENT ?? [];
  if (first && second) return [await stayLoggedIn(first, 'Desk'), await stayLoggedIn(second, 'Desk')];
  story.tell('noAgents');
  return undefined;
}

/** One proposes, another agrees; `doubted`, after the first has tried both. */
async function uphold({ story }: Scene, [first, second]: Agents, { id }: DisputeView, doubted: boolean): Promise<void> {
  const proposed = await staffApp(first).decide(id, 'UPHOLD', story.wordFor('reasonOfUpholding'));
  const decisionId = proposed.decisions.at(-1)?.id ?? '';
  if (doubted) {
    story.check(proposed.evidence.isIntact && proposed.state === 'PROPOSED', 'disputeProposed');
    const alone = await staffApp(first).confirm(id, decisionId);
    story.check(alone.__typename === 'NotImpartialError', 'disputeNotAlone', {
      message: alone.message ?? alone.__typename,
    });
  }
  const agreed = await staffApp(second).confirm(id, decisionId);
  story.check(agreed.__typename === 'ConfirmDisputeDecisionSuccess', 'disputeAgreed');
}

const stateOf = async ({ wallet }: Life, { bindingId }: BoundCard): Promise<string | undefined> =>
  (await holderApp(wallet).binding(bindingId)).disputes[0]?.state;
