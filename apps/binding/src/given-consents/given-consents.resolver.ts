import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { givenId, type Id } from '@bindery/kernel';
import type { Page, PageRequest } from '@bindery/persistence';
import { ConnectionArgs, pagedById, requireViewer, type RequestContext } from '@bindery/subgraph';
import { AccountType } from '../cards';
import type { Consent } from '../consents';
import { ConsentConnection, type ConsentType } from './consent.type';
import { toGiveProblem, toWithdrawProblem } from './given-consents.problems';
import type { GiveConsent } from './give-consent';
import { GiveConsentInput } from './give-consent.input';
import { GiveConsentResult, GiveConsentSuccess } from './give-consent.result';
import type { WithdrawConsent } from './withdraw-consent';
import { WithdrawConsentInput } from './withdraw-consent.input';
import { ConsentInUseError, WithdrawConsentResult, WithdrawConsentSuccess } from './withdraw-consent.result';
import type { ToConsent } from './consent.mapper';

interface GivenConsentsResolverDeps {
  readonly listConsents: (accountId: Id<'account'>, page: PageRequest) => Promise<Page<Consent>>;
  readonly findConsent: (id: Id<'consent'>, accountId: Id<'account'>) => Promise<Consent | null>;
  readonly giveConsent: GiveConsent;
  readonly withdrawConsent: WithdrawConsent;
  readonly toConsent: ToConsent;
}

@Resolver(() => AccountType)
export class GivenConsentsResolver {
  constructor(private readonly deps: GivenConsentsResolverDeps) {}

  @FieldResolver(() => ConsentConnection, {
    nullable: true,
    description:
      'What was agreed to, to whom and in which words, the newest first (requirement 41); what was taken back too.',
  })
  async consents(
    @Root() { id }: AccountType,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: RequestContext,
  ): Promise<ConsentConnection> {
    const list = pagedById<ConsentType>('consent', { name: 'Account.consents', of: [id] });
    const { rows, ...place } = await this.deps.listConsents(id, list.toPageRequest(args));
    const consents = await Promise.all(rows.map((consent) => this.deps.toConsent(context, consent)));
    return list.toConnection({ ...place, rows: consents }, (consent) => consent);
  }

  @Mutation(() => GiveConsentResult, {
    description:
      'Allows the provider of a bound card one of Provider.purposes, in the words that were shown. It can be taken back by itself.',
  })
  async giveConsent(
    @Arg('input', { description: 'The purpose and its words.' }) input: GiveConsentInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof GiveConsentResult> {
    const viewer = requireViewer(context);
    const bindingId = givenId('binding', input.bindingId);
    const result = await this.deps.giveConsent({ ...input, bindingId, viewer });
    if (!result.ok) return toGiveProblem(result.error, context.locale);
    const consent = await this.deps.findConsent(result.value.consentId, viewer.accountId);
    if (!consent) throw new Error(`consent ${result.value.consentId} is gone after it was given`);
    return Object.assign(new GiveConsentSuccess(), { consent: await this.deps.toConsent(context, consent) });
  }

  @Mutation(() => WithdrawConsentResult, {
    description:
      'Takes a consent back. What was allowed beside the card ends at once, and its provider is told. A card on its way is given up with it; one that is bound is taken off by its plan, which ends the consent, and the refusal names both.',
  })
  async withdrawConsent(
    @Arg('input', { description: 'The consent.' }) input: WithdrawConsentInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof WithdrawConsentResult> {
    const viewer = requireViewer(context);
    const consentId = givenId('consent', input.consentId);
    const result = await this.deps.withdrawConsent({ ...input, consentId, viewer });
    const consent = await this.deps.findConsent(consentId, viewer.accountId);
    if (result.ok) {
      if (!consent) throw new Error(`consent ${consentId} is gone after its withdrawal`);
      return Object.assign(new WithdrawConsentSuccess(), { consent: await this.deps.toConsent(context, consent) });
    }
    const problem = toWithdrawProblem(result.error, context.locale);
    if (problem instanceof ConsentInUseError && consent)
      problem.inUseBy = (await this.deps.toConsent(context, consent)).binding;
    return problem;
  }
}
