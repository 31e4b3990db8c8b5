import type { Clock, Id } from '@bindery/kernel';
import type { RequestContext } from '@bindery/subgraph';
import { formatMoney } from '@bindery/values';
import { sayProviderCause } from '@bindery/localisation';
import type { Views } from '../cards';
import { balanceId, type ObligationAct, type OwedWait } from '../operations';
import { sayNoMove, toMandateType, toPendingType } from '../unbind-plan';
import { consentOf, endOf } from './mandate-consent';
import type { ObligationOffer } from './obligation-offers.rules';
import { stateOf } from './obligation-act-state.rules';
import { KeptAtProviderType, ObligationActType, ObligationOfferType, ObligationsType } from './obligations.type';
import { say } from './obligations.words';
import type { BindingObligations } from './read-obligations';

interface MapperDeps {
  readonly views: Views;
  readonly clock: Clock;
}

/** What hangs on a card, and what is done about it, as its holder sees them. */
export function createToObligations({ views, clock }: MapperDeps) {
  async function toCard(context: RequestContext, bindingId: Id<'binding'> | null) {
    const to = bindingId && (await views.binding(context, bindingId));
    return { to, card: to && (await views.card(context, to.source.cardId)) };
  }

  async function toOffer(
    context: RequestContext,
    offer: ObligationOffer,
    noMove: BindingObligations['noMove'],
  ): Promise<ObligationOfferType> {
    const { kind, digest, obligationId, about, amount, toBindingId } = offer;
    const { locale } = context;
    const { to, card } = await toCard(context, toBindingId);
    const ending = endOf({ lastFour: card?.lastFour ?? '' });
    const values = { merchant: about, about, ...ending, amount: amount ? formatMoney(amount, locale) : '' };
    const text = say(locale, `offer.${kind}`, values);
    const why = kind === 'CANCEL_MANDATE' && noMove ? [sayNoMove(noMove, locale)] : [];
    return Object.assign(new ObligationOfferType(), {
      kind,
      digest,
      obligationId: namedOf(obligationId),
      amount,
      to,
      text: [text, ...why].join(locale === 'en' ? ' ' : ''),
      consentText: card ? consentOf(about, card, locale) : null,
    });
  }

  return {
    async toObligations(context: RequestContext, read: BindingObligations): Promise<ObligationsType> {
      const { balance, pending, mandates } = read.obligations;
      return Object.assign(new ObligationsType(), {
        balance,
        pending: pending.map(toPendingType),
        mandates: mandates.map(toMandateType),
        offers: await Promise.all(read.offers.map((offer) => toOffer(context, offer, read.noMove))),
      });
    },
    toKept({ locale }: RequestContext, { owes, since }: OwedWait): KeptAtProviderType {
      const things = new Intl.ListFormat(locale, { type: 'conjunction' }).format(
        owes.map((code) => say(locale, `kept.${code}`)),
      );
      return Object.assign(new KeptAtProviderType(), { owes, since, text: say(locale, 'kept', { things }) });
    },
    async toAct(context: RequestContext, act: ObligationAct): Promise<ObligationActType> {
      const { operationId: id, kind, obligationId, about, amount, askedAt, deadline, endedAt, cause } = act;
      const state = stateOf(act, clock.now());
      const values = { deadline, cause: cause ? sayProviderCause(cause, context.locale) : '' };
      const [{ to }, timeZone] = await Promise.all([toCard(context, act.toBindingId), context.timeZone()]);
      return Object.assign(new ObligationActType(), {
        id,
        kind,
        state,
        text: say(context.locale, `state.${state}`, values, timeZone),
        obligationId: namedOf(obligationId),
        about: obligationId === balanceId ? say(context.locale, 'balance') : about,
        amount,
        to,
        askedAt,
        deadline,
        endedAt,
      });
    },
  };
}
export type ToObligations = ReturnType<typeof createToObligations>;

const namedOf = (obligationId: string): string | null => (obligationId === balanceId ? null : obligationId);
