import { remedyWays, toRemedyKind, type Id, type RemedyCode } from '@bindery/kernel';
import { nextStepWays, type NextStepCode } from '../../next-steps/next-steps.rules';
import type { Holder } from '../holder';
import type { Answer, RunningBinding } from '../start-binding-service';
import type { Chance } from './chance';
import { createFollowSteps } from './follow';
import { createWallet, type Offer, type SeenBinding, type WalkCard } from './wallet';
import { createWorld } from './world';

/** What was met on all walks of a run, and how often. */
export type Met = Map<string, number>;

interface WalkDeps {
  readonly service: RunningBinding;
  readonly holder: Holder;
  readonly chance: Chance;
  readonly met: Met;
  /** Bindings with an open dispute; the service asks it. */
  readonly disputed: Set<string>;
  readonly supportUrl: string | null;
  readonly name: string;
}

/** Proofs that a step asks for; a proof that no step asks for is a code spent on nothing. */
const provenBy: Readonly<Record<string, NextStepCode>> = {
  BIND: 'CONFIRM_BINDING',
  FOUND: 'REPORT_FOUND',
  MOVE: 'MOVE',
  UNBIND: 'UNBIND',
  RESTORE: 'RESTORE',
};

/** What nobody could know before: the provider is away, or says just now that something is open. */
const unforeseeable = new Set(['ProviderUnavailableError', 'UnbindBlockedError']);

/**
 * One holder's walk: things happen to them by chance, and at each state they follow what is offered, as a client would that knows nothing but the
 * graph. Throws at the first offer that is refused, leads nowhere, or goes in a circle.
 */
export function createWalk({ service, holder, chance, met, disputed, supportUrl, name }: WalkDeps) {
  const wallet = createWallet(service, holder);
  const world = createWorld(service, holder, chance, disputed);
  const entered = new Map<Id<'card'>, WalkCard>();
  const done: string[] = [];

  const now = () => service.clock.now();
  const fail = (what: string): never => {
    throw new Error(`${name}: ${what}\nafter:\n  ${done.slice(-25).join('\n  ')}`);
  };
  const count = (what: string) => met.set(what, (met.get(what) ?? 0) + 1);
  const cardOf = ({ cardId }: SeenBinding) => entered.get(cardId) ?? fail('a card that nobody entered');
  const followSteps = createFollowSteps({
    wallet,
    world,
    cardOf,
    keepCard: (cardId, card) => void entered.set(cardId, card),
    fail,
    now,
  });
  const look = () => wallet.look([...entered.keys()]);

  /** What is wrong with an offer whatever it leads to. */
  function inspect(where: string, ways: Readonly<Record<string, { readonly by: string }>>, offers: readonly Offer[]) {
    for (const { code, until, url } of offers) {
      count(`${where} ${code}`);
      if ((ways[code]?.by ?? 'NOTHING') === 'NOTHING') fail(`${where} offers ${code}, and nothing does it`);
      if (until && new Date(until) <= now()) fail(`${where} offers ${code} until ${until}, which is over`);
      if (/contact_?support/i.test(code) && (supportUrl === null || url !== supportUrl))
        fail(`${where} sends to support, which is ${supportUrl}, by ${url}`);
    }
  }
  const inspectRemedies = (where: string, offers: readonly Offer[]) => inspect(where, remedyWays, offers);

  function inspectBinding({ phase, status, nextSteps, proofsAsked, receipt, lastRefusal }: SeenBinding): void {
    inspect(`${phase} ${status}`, nextStepWays, nextSteps);
    const offered = nextSteps.map(({ code }) => code);
    const proven = offered.filter((code) => Object.values<string>(provenBy).includes(code));
    if (proven.join() !== proofsAsked.map((action) => provenBy[action]).join())
      fail(`in ${phase} proofs for ${proofsAsked.join(', ')} are asked for, and the steps are ${offered.join(', ')}`);
    if (/^(BINDING|UNBINDING|RESTORING)$/.test(phase) && !offered.includes('WAIT_FOR_PROVIDER'))
      fail(`in ${phase} nobody says what it waits for`);
    inspectRemedies('a receipt', receipt?.remedies ?? []);
    const leadTo = (where: string, remedies: readonly Offer[], code: string, next: string | undefined) => {
      if (remedies.some((remedy) => remedy.code === code) && !(next && offered.includes(next)))
        fail(`${where} in ${phase} offers ${code}, and the steps are ${offered.join(', ')}`);
    };
    if (receipt) inspectReceipt(phase, receipt.remedies, nextSteps);
    if (!lastRefusal) return;
    leadTo('a refusal', lastRefusal.remedies, 'Rebind', 'REBIND');
    leadTo('a refusal', lastRefusal.remedies, 'TryAgain', lastRefusal.operation);
    inspectRemedies(`a refused ${lastRefusal.operation}`, lastRefusal.remedies);
    if (lastRefusal.text.length < 20 || lastRefusal.cause === '') fail('a refusal without its cause');
  }

  /** A receipt says what next steps say, in the same order and until the same moments, and where the card of plastic works. */
  function inspectReceipt(phase: string, remedies: readonly Offer[], nextSteps: readonly Offer[]): void {
    const codes = /^(UNBOUND|DECLINED|RETIRED)$/.test(phase) ? ['RESTORE', 'REBIND', 'OPEN_DISPUTE'] : [];
    const told = remedies.map(({ code, until }) => `${toRemedyKind(code as RemedyCode)} ${until ?? ''}`);
    const steps = nextSteps
      .filter(({ code }) => codes.includes(code))
      .map(({ code, until }) => `${code} ${until ?? ''}`);
    const rest = told.filter((one) => !/^(USE_PHYSICAL_CARD|CONTACT_SUPPORT) /.test(one));
    if (rest.join() !== steps.join())
      fail(`a receipt in ${phase} offers ${told.join()}, and the steps are ${steps.join()}`);
  }

  /** What a refusal offers, followed as far as it can be told whether it would succeed. */
  async function followRefusal(answer: Answer, binding: SeenBinding | undefined): Promise<void> {
    const remedies: readonly Offer[] = answer.remedies ?? [];
    inspectRemedies(answer.__typename, remedies);
    if (answer.__typename === 'TransitionRefusedError' && binding) {
      inspect('a refused transition', nextStepWays, answer.nextSteps);
      const today = (await look()).find(({ id }) => id === binding.id)?.nextSteps.map(({ code }) => code);
      const told = answer.nextSteps.map(({ code }: Offer) => code);
      if (String(told) !== String(today)) fail(`a refusal offers ${told}, its binding ${today}`);
    }
    const has = (code: RemedyCode) => remedies.some((remedy) => remedy.code === code);
    if (has('UnbindFirst') && answer.existing) {
      const plan = await wallet.planOf(answer.existing.id);
      if (plan.__typename !== 'UnbindPlan') fail(`${answer.__typename} says to unbind first, which is refused`);
    }
    if (has('ReadPlan') && binding) {
      const plan = await wallet.planOf(binding.id);
      if (plan.__typename !== 'UnbindPlan') fail('there is no plan to read');
    }
    if (has('StartChallenge') && binding) {
      const today = (await look()).find(({ id }) => id === binding.id);
      if (!today?.proofsAsked.length)
        fail(`${answer.__typename} in ${today?.phase} asks for a proof that nothing takes`);
    }
    if (has('Rebind') && binding) await follow(binding, { code: 'REBIND' });
  }

  const stateOf = (binding: SeenBinding | undefined) =>
    JSON.stringify(binding, (key, value) => (key === 'nextSteps' ? null : value));
  const offersOf = (binding: SeenBinding | undefined) => String(binding?.nextSteps.map(({ code }) => code));

  async function follow(binding: SeenBinding, { code, until }: Offer): Promise<void> {
    done.push(`follows ${code} of ${binding.id} in ${binding.phase}`);
    const step = code as NextStepCode;
    count(`followed ${code}`);
    const answer = await followSteps[step](binding, until);
    if (!answer) return;
    if (/Success$/.test(answer.__typename)) {
      const after = (await look()).find(({ id }) => id === (answer.binding?.id ?? binding.id));
      if (stateOf(after) === stateOf(binding) && offersOf(after) === offersOf(binding))
        fail(`${code} in ${binding.phase} succeeds, changes nothing and is offered again`);
      return;
    }
    const isAway = answer.__typename === 'ProviderUnavailableError' && world.isAway(cardOf(binding).provider);
    if (!isAway && !(unforeseeable.has(answer.__typename) && step === 'UNBIND'))
      fail(`${code} is offered in ${binding.phase} and refused: ${JSON.stringify(answer)}`);
    count(`unforeseen ${answer.__typename}`);
    inspectRemedies(answer.__typename, answer.remedies);
  }

  /** Disputes something of what can be, or, where nothing can, what cannot. */
  async function dispute(binding: SeenBinding): Promise<Answer> {
    const { id, disputable } = binding;
    if (disputable.length === 0) return wallet.dispute(id);
    // What was disputed least up to now, so that rare matters have their turn.
    const times = (about: string) => met.get(`disputed ${about}`) ?? 0;
    const [{ about, loanId } = chance.pick(disputable)] = disputable.toSorted(
      (one, other) => times(one.about) - times(other.about),
    );
    const usageId = about === 'UNAUTHORISED_USE' ? await wallet.undisputedUse(binding) : null;
    const answer = await wallet.dispute(id, about, { usageId, loanId });
    if (!/^(OpenDisputeSuccess|TooManyRequestsError)$/.test(answer.__typename))
      fail(`${about} can be disputed, and is refused: ${JSON.stringify(answer)}`);
    count(`disputed ${about}`);
    return answer;
  }

  /** Something that a client does without being offered it. */
  async function tryAnything(bindings: readonly SeenBinding[]): Promise<void> {
    const target = bindings.length > 0 ? chance.pick(bindings) : undefined;
    const wishes: Readonly<Record<string, (binding: SeenBinding) => Promise<Answer>>> = {
      confirm: ({ id }) => wallet.confirm(id),
      cancel: ({ id }) => wallet.cancel(id),
      suspend: ({ id }) => wallet.suspend(id),
      resume: ({ id }) => wallet.resume(id),
      unbind: ({ id }) => wallet.unbind(id),
      restore: ({ id }) => wallet.restore(id),
      'report lost the device of': ({ device }) => wallet.reportLost({ deviceId: device.id }),
      'report found the device of': ({ device }) => wallet.reportFound({ deviceId: device.id }),
      'report found': ({ cardId }) => wallet.reportFound({ cardId }),
      'read the plan of': ({ id }) => wallet.planOf(id),
      dispute,
      'make default': ({ cardId }) => wallet.setDefault(cardId),
    };
    const wish = chance.pick(Object.keys(wishes));
    if (!target) return begin();
    done.push(`tries to ${wish} ${target.id} in ${target.phase}`);
    const answer = await wishes[wish]?.(target);
    if (answer.message) await followRefusal(answer, target);
    else await world.run();
  }

  async function begin(): Promise<void> {
    const card = chance.pick(world.cards);
    const deviceId = chance.pick(world.devices);
    done.push(`starts a card of ${card.provider}`);
    const answer = await wallet.start(card, deviceId);
    if (answer.binding) entered.set(answer.binding.card.id, card);
    else await followRefusal(answer, undefined);
  }

  async function happen(bindings: readonly SeenBinding[]): Promise<void> {
    const what = chance.pick(Object.keys(world.happenings));
    done.push(what);
    await world.happenings[what]?.(bindings);
  }

  /** Follows the offer that was followed least up to now, so that rare ones have their turn. */
  async function followOne(bindings: readonly SeenBinding[]): Promise<void> {
    const offers = bindings.flatMap((binding) => binding.nextSteps.map((step) => ({ binding, step })));
    const [least] = offers
      .map((offer) => ({ ...offer, times: met.get(`followed ${offer.step.code}`) ?? 0 }))
      .sort((one, other) => one.times - other.times);
    const chosen = chance.below(2) === 0 ? least : offers.length > 0 ? chance.pick(offers) : undefined;
    if (!chosen) return;
    if (chance.below(2) === 0) world.mislead();
    await follow(chosen.binding, chosen.step);
    // What was asked for is sometimes left under way.
    if (chance.below(3) > 0) await world.run();
  }

  return async (steps: number): Promise<void> => {
    for (let step = 0; step < steps; step++) {
      const bindings = await look();
      bindings.forEach(inspectBinding);
      count('states');
      const turn = chance.below(10);
      if (bindings.length === 0 || (turn === 0 && bindings.length < 12)) await begin();
      else if (turn < 3) await happen(bindings);
      else if (turn < 5) await tryAnything(bindings);
      else await followOne(bindings);
    }
  };
}
