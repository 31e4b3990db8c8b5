import { expectMember, type Wallet } from '@bindery/wallet-client';
import { tellEvents, type Life, type Scene } from '../scene';
import { lenderApp, type ReviewTaskView } from './lender-graph';
import { beginLife, eventually, stayLoggedIn, unbindCard, waitUntilActive } from './life';

const provider = 'xiaomi-finance';
const dayMs = 24 * 60 * 60_000;
/** Before the chapters that move time are over, the document has expired and its days of grace too. */
const documentDays = 40;

/** Consents by purpose, a loan by an offer and a proof, and what happens when the document of a lender's account expires. */
export async function borrow(scene: Scene): Promise<void> {
  const { world, story } = scene;
  story.step('lenderBind');
  if (!scene.staff.REVIEWER?.[0]) return story.tell('lenderNoReviewer');
  const life = await beginLife(scene);
  const app = lenderApp(life.wallet);
  const idNumber = newIdNumber();
  const bindingId = await bindAtLender(life, provider, idNumber);
  const now = new Date((await world.time())?.now ?? Date.now()).getTime();
  await stateDocument(life.wallet, bindingId, idNumber, new Date(now + documentDays * dayMs));
  story.check(await letReviewerApprove(scene, bindingId), 'lenderApproved');
  const card = { bindingId, cardId: await cardOf(life, bindingId) };
  const reference = await waitUntilActive(life, card);

  story.step('lenderConsents');
  const refused = await app.offers(bindingId);
  story.check(refused.__typename === 'ConsentMissingError', 'lenderNothingWithout', { message: refused.message ?? '' });
  for (const purpose of ['CREDIT_CHECK', 'REPAYMENT_DEBIT']) await app.allow(provider, bindingId, purpose);

  story.step('lenderLoan');
  const offer = (await app.offers(bindingId)).offers?.[0];
  if (!offer) throw new Error('the lender offered nothing');
  story.tell('effect', { text: offer.terms.text });
  const proof = await life.wallet.prove({ action: 'OPEN_LOAN', subjectId: bindingId, planDigest: offer.digest });
  const { version, text } = offer.terms;
  expectMember(
    await app.act('openLoan', { bindingId, offerId: offer.id, consent: { version, text }, proof }),
    'OpenLoanSuccess',
  );
  story.check(await loanIs(life, bindingId, 'RUNNING'), 'lenderRuns', { day: offer.firstRepaymentOn });
  const [blocker] = await app.blockers(bindingId);
  story.check(blocker?.kind === 'LOAN', 'lenderBlocks', { message: blocker?.text ?? '' });
  await tellEvents(life.scene, 'bindery.loan.opened.v1');

  story.step('lenderTakeBack');
  const debit = (await app.consents()).find(({ purposeCode }) => purposeCode === 'REPAYMENT_DEBIT');
  await app.act('withdrawConsent', { consentId: debit?.id });
  const isTold = () =>
    app
      .consents()
      .then((all) =>
        all.some(
          ({ id, state, atProvider }) => id === debit?.id && state === 'WITHDRAWN' && atProvider === 'CONFIRMED',
        ),
      );
  story.check(await eventually(isTold), 'lenderTold');
  const lent = (await world.lent()).loans.find((one) => one.credentialReference === reference);
  await world.repay(provider, lent?.loanNumber ?? '');
  story.check(await loanIs(life, bindingId, 'SETTLED'), 'lenderSettled');
  scene.borrowing = { life, card, idNumber };
}

/** After time was moved: the account is held for its document, and a newer one lets it go. Where time stood, it is only taken off. */
export async function letDocumentExpire(scene: Scene): Promise<void> {
  const { story, borrowing, world } = scene;
  if (!borrowing) return;
  const { life, card, idNumber } = borrowing;
  const { bindingId } = card;
  const app = lenderApp(life.wallet);
  await stayLoggedIn(life.wallet);
  const now = new Date((await world.time())?.now ?? Date.now()).getTime();
  const { document } = await app.account(bindingId);
  const isOver = Date.parse(document?.worksUntil ?? '') < now - dayMs;
  if (isOver) {
    story.step('documentExpired');
    const isHeld = async () => {
      const { status, holds } = await app.account(bindingId);
      return status === 'EXPIRED' && holds.some(({ cause }) => cause === 'DOCUMENT_EXPIRED');
    };
    story.check(await eventually(isHeld), 'documentHeld', { day: document?.worksUntil ?? '' });
    expectMember(await app.act('renewDocument', { bindingId }), 'RenewDocumentSuccess');
    await stateDocument(life.wallet, bindingId, idNumber, new Date(now + 3_650 * dayMs));
    await letReviewerApprove(scene, bindingId);
    const isLet = async () => (await app.account(bindingId)).status === 'ACTIVE';
    story.check(await eventually(isLet), 'documentRenewed');
  }
  story.step('lenderUnbind');
  const { binding } = await unbindCard(life, card);
  story.check(binding.receipt !== null, 'lenderOff');
}

export async function bindAtLender({ wallet, deviceId }: Life, provider: string, idNumber: string): Promise<string> {
  const started = await wallet.startBinding(provider, deviceId, { lender: { holderName: '李雷', idNumber } });
  const { binding } = expectMember<{ binding: { id: string } }>(started, 'StartBindingSuccess');
  const proof = await wallet.prove({ action: 'BIND', subjectId: binding.id });
  expectMember(await lenderApp(wallet).act('confirmBinding', { bindingId: binding.id, proof }), 'ReviewFirstError');
  return binding.id;
}

/** States her identity card, once the review is known where it is looked at. */
export async function stateDocument(wallet: Wallet, bindingId: string, number: string, lastDay: Date): Promise<void> {
  const expiresOn = lastDay.toISOString().slice(0, 10);
  const document = { bindingId, type: 'MAINLAND_ID', number, expiresOn };
  const isStated = async () =>
    (await lenderApp(wallet).act('submitDocument', document)).__typename === 'SubmitDocumentSuccess';
  if (!(await eventually(isStated))) throw new Error('no document could be stated');
}

/** One reviewer, which is all that this lender wants. */
async function letReviewerApprove({ staff }: Scene, bindingId: string): Promise<boolean> {
  const [reviewer] = staff.REVIEWER ?? [];
  return reviewer !== undefined && (await letApprove(reviewer, bindingId)) !== undefined;
}

/** A reviewer finds it good, once it is in their queue; answers what they saw of it before, undefined where they could not. */
export async function letApprove(reviewer: Wallet, bindingId: string): Promise<ReviewTaskView | undefined> {
  const app = lenderApp(await stayLoggedIn(reviewer, 'Desk'));
  let seen: ReviewTaskView | undefined;
  const approved = await eventually(async () => {
    seen = await app.taskOf(bindingId);
    if (!seen) return false;
    const { id: reviewId, documentsDigest } = seen;
    const said = await app.act('decideReview', { reviewId, decision: 'APPROVE', reasons: [], documentsDigest });
    return said.__typename === 'DecideReviewSuccess';
  });
  return approved ? seen : undefined;
}

const loanIs = ({ wallet }: Life, bindingId: string, state: string): Promise<boolean> =>
  eventually(async () => (await lenderApp(wallet).account(bindingId)).loans[0]?.state === state);

export async function cardOf({ wallet }: Life, bindingId: string): Promise<string> {
  const query = 'query ($id: ID!) { binding(id: $id) { card { id } } }';
  const { binding } = (await wallet.graph.ask(query, { id: bindingId }, wallet.accessToken)) as {
    binding: { card: { id: string } };
  };
  return binding.card.id;
}

/** The number of an identity card (GB 11643), whose holder no lender refuses: three digits of order above 100. */
export function newIdNumber(): string {
  const digits = (most: number, length: number) => String(Math.floor(Math.random() * most)).padStart(length, '0');
  const body = `110105199${digits(10, 1)}0${1 + Math.floor(Math.random() * 9)}${10 + Math.floor(Math.random() * 18)}${100 + Math.floor(Math.random() * 899)}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return body + '10X98765432'[[...body].reduce((sum, digit, at) => sum + Number(digit) * (weights[at] ?? 0), 0) % 11];
}
