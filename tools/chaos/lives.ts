import {
  documents,
  expectMember,
  newCardNumber,
  newKey,
  type BindingView,
  type CardInput,
  type Outcome,
  type Wallet,
} from '@bindery/wallet-client';

/** Something that a holder was told is done: a step of a binding by its trigger, or a thing by its id: an account, a dispute, a withdrawn consent, a file, a report. */
export interface Promised {
  readonly id: string;
  readonly trigger?: string;
}

export type Keep = (done: Promised) => void;

/** Somebody who has just registered and bound a card on their phone. */
interface Settled {
  readonly wallet: Wallet;
  readonly keep: Keep;
  readonly deviceId: string;
  readonly cardId: string;
  readonly bindingId: string;
}

interface Provider {
  readonly code: string;
  readonly terms: { readonly version: string; readonly text: string };
}

// A card of each holder's own: what one reports lost, no other can bind.
const bankCard = (): CardInput => ({ bank: { number: newCardNumber() } });
const doorCard = (): CardInput => ({ access: { site: 'riverside', memberNumber: `RG-${1001 + (Date.now() % 999)}` } });

const openDispute = `mutation OpenDispute($input: OpenDisputeInput!) {
  openDispute(input: $input) { __typename ... on OpenDisputeSuccess { dispute { id } } ... on Problem { code message } }
}`;

async function settleIn(wallet: Wallet, keep: Keep, provider = 'seaside-bank', card = bankCard()): Promise<Settled> {
  keep({ id: await wallet.register() });
  const { deviceId } = await wallet.logIn('Chaos phone');
  const { cardId, bindingId } = await wallet.bind(provider, deviceId, card);
  keep({ id: bindingId, trigger: 'RequirementsMet' });
  await wallet.waitForStatus(cardId, 'ACTIVE');
  return { wallet, keep, deviceId, cardId, bindingId };
}

async function takeOff({ wallet, keep, bindingId }: Settled): Promise<void> {
  const plan = await wallet.preflight(bindingId);
  const proof = await wallet.prove({ action: 'UNBIND', subjectId: bindingId, planDigest: plan.digest });
  expectMember(await wallet.requestUnbind(bindingId, plan, proof, 'NO_LONGER_USED'), 'RequestUnbindSuccess');
  keep({ id: bindingId, trigger: 'RequestUnbind' });
}

/** A bank card comes off and back again. */
async function comesBack(wallet: Wallet, keep: Keep): Promise<void> {
  const settled = await settleIn(wallet, keep);
  await takeOff(settled);
  await wallet.waitForStatus(settled.cardId, 'UNBOUND');
  const proof = await wallet.prove({ action: 'RESTORE', subjectId: settled.bindingId });
  expectMember(await wallet.requestRestore(settled.bindingId, proof), 'RequestRestoreSuccess');
  keep({ id: settled.bindingId, trigger: 'RequestRestore' });
}

/** A door card comes off for good. */
const goesForGood = async (wallet: Wallet, keep: Keep): Promise<void> =>
  takeOff(await settleIn(wallet, keep, 'cloudgate', doorCard()));

/** Another card takes the place of a damaged one. */
async function isReplaced(wallet: Wallet, keep: Keep): Promise<void> {
  const { bindingId, cardId } = await settleIn(wallet, keep);
  const { providers } = await wallet.graph.ask<{ providers: readonly Provider[] }>(
    documents.providers,
    {},
    wallet.accessToken,
  );
  const consent = providers.find(({ code }) => code === 'seaside-bank')?.terms;
  const begun = expectMember<{ binding: BindingView & { card: { id: string } } }>(
    await wallet.mutate(documents.replaceCard, {
      idempotencyKey: newKey(),
      bindingId,
      reason: 'DAMAGED',
      consent: { version: consent?.version, text: consent?.text },
      card: bankCard(),
    }),
    'ReplaceCardSuccess',
  ).binding;
  keep({ id: begun.id, trigger: 'StartBinding' });
  const proof = await wallet.prove({ action: 'BIND', subjectId: begun.id });
  expectMember(
    await wallet.mutate(documents.confirmBinding, { idempotencyKey: newKey(), bindingId: begun.id, proof }),
    'ConfirmBindingSuccess',
  );
  keep({ id: begun.id, trigger: 'RequirementsMet' });
  await wallet.waitForStatus(begun.card.id, 'ACTIVE');
  await wallet.waitForStatus(cardId, 'REPLACED');
}

/** A card goes along to a new phone. */
async function isMoved(wallet: Wallet, keep: Keep): Promise<void> {
  const { deviceId: fromDeviceId } = await settleIn(wallet, keep);
  await wallet.logIn('Chaos phone, the next one');
  const { movePlan } = await wallet.graph.ask<{ movePlan: { digest: string } }>(
    documents.movePlan,
    { fromDeviceId },
    wallet.accessToken,
  );
  const planDigest = movePlan.digest;
  const proof = await wallet.prove({ action: 'MOVE', subjectId: fromDeviceId, planDigest });
  const { cards } = expectMember<{ cards: readonly { successor: { id: string } | null }[] }>(
    await wallet.mutate(documents.moveCards, { idempotencyKey: newKey(), fromDeviceId, planDigest, proof }),
    'MoveCardsSuccess',
  );
  for (const { successor } of cards) if (successor) keep({ id: successor.id, trigger: 'RequirementsMet' });
}

/** A card is lost, and found. */
async function isLostAndFound(wallet: Wallet, keep: Keep): Promise<void> {
  const { cardId, bindingId } = await settleIn(wallet, keep);
  expectMember(await wallet.mutate(documents.reportLost, { idempotencyKey: newKey(), cardId }), 'ReportLostSuccess');
  keep({ id: cardId });
  keep({ id: bindingId, trigger: 'AddHold' });
  const proof = await wallet.prove({ action: 'FOUND', subjectId: cardId });
  expectMember(
    await wallet.mutate(documents.reportFound, { idempotencyKey: newKey(), cardId, proof }),
    'ReportFoundSuccess',
  );
  await wallet.waitForStatus(cardId, 'ACTIVE');
}

/** Somebody has the phone: its card is held, its session ended, from another one. */
async function isInAnEmergency(wallet: Wallet, keep: Keep): Promise<void> {
  const { deviceId, bindingId } = await settleIn(wallet, keep);
  await wallet.logIn('Chaos phone of a friend');
  const { reportLost, reportEmergency } = await wallet.graph.ask<Record<'reportLost' | 'reportEmergency', Outcome>>(
    documents.lostDeviceEmergency,
    {
      lost: { idempotencyKey: newKey(), deviceId },
      input: { idempotencyKey: newKey(), lostDeviceId: deviceId },
    },
    wallet.accessToken,
  );
  expectMember(reportLost, 'ReportLostSuccess');
  keep({ id: deviceId });
  keep({ id: bindingId, trigger: 'AddHold' });
  expectMember(reportEmergency, 'ReportEmergencySuccess');
}

/** A card was taken off, and its holder says that it was not them. */
async function isDisputed(wallet: Wallet, keep: Keep): Promise<void> {
  const settled = await settleIn(wallet, keep);
  await takeOff(settled);
  await wallet.waitForStatus(settled.cardId, 'UNBOUND');
  const { bindingId } = settled;
  const opened = await wallet.mutate(openDispute, {
    idempotencyKey: newKey(),
    bindingId,
    about: 'UNAUTHORISED_UNBIND',
    words: 'It was not me.',
  });
  keep({ id: expectMember<{ dispute: { id: string } }>(opened, 'OpenDisputeSuccess').dispute.id });
}

/** What was agreed to for a card is taken back before it is bound. */
async function isWithdrawn(wallet: Wallet, keep: Keep): Promise<void> {
  keep({ id: await wallet.register() });
  const { deviceId } = await wallet.logIn('Chaos phone');
  expectMember(await wallet.startBinding('cloudgate', deviceId, doorCard()), 'StartBindingSuccess');
  const [consent] = await wallet.consents();
  if (!consent) throw new Error('nothing was agreed to');
  expectMember(await wallet.withdrawConsent(consent.id), 'WithdrawConsentSuccess');
  keep({ id: consent.id });
}

/** A file of all uses is written. */
async function keepsRecords(wallet: Wallet, keep: Keep): Promise<void> {
  await settleIn(wallet, keep);
  const path = await wallet.exportUsage('CSV', 'Asia/Shanghai');
  const { status } = await fetch(new URL(path, wallet.graph.endpoint), { signal: AbortSignal.timeout(10_000) });
  if (status !== 200) throw new Error(`the file was answered ${status}`);
}

/** What holders go through, one of these each time. */
export const lives = [
  comesBack,
  isReplaced,
  isMoved,
  isLostAndFound,
  goesForGood,
  isInAnEmergency,
  isDisputed,
  isWithdrawn,
  keepsRecords,
] as const;
