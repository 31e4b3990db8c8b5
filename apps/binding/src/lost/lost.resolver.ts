import type { Id } from '@bindery/kernel';
import type { Locale } from '@bindery/localisation';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { requireViewer, type RequestContext } from '@bindery/subgraph';
import type { BindingType, Views } from '../cards';
import { collectsWhileHeld, type ProviderProfile } from '../catalogue';
import { ReportFoundInput, ReportLostInput } from './lost.input';
import { toFoundProblem, toLostProblem } from './lost.problems';
import { ReportFoundResult, ReportFoundSuccess, ReportLostResult, ReportLostSuccess } from './lost.result';
import type { LostOutcome, LostSubject } from './lost.rules';
import { say } from './lost.words';
import type { ReportFound } from './report-found';
import type { ReportLost } from './report-lost';

interface LostResolverDeps {
  readonly reportLost: ReportLost;
  readonly reportFound: ReportFound;
  readonly views: Views;
  readonly profileOf: (provider: string) => ProviderProfile;
}

@Resolver()
export class LostResolver {
  constructor(private readonly deps: LostResolverDeps) {}

  @Mutation(() => ReportLostResult, {
    description:
      'Reports a card or a device lost: every binding of it is held from this moment, the providers are told after. To be signed in is enough; taking it back needs a proof.',
  })
  async reportLost(
    @Arg('input', { description: 'The card or the device.' }) input: ReportLostInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ReportLostResult> {
    const reported = await this.deps.reportLost({ ...input, viewer: requireViewer(context) });
    if (!reported.ok) return toLostProblem(reported.error, context.locale);
    const { subject, since, results } = reported.value;
    return Object.assign(new ReportLostSuccess(), {
      since: new Date(since),
      ...(await this.about(context, subject)),
      results: (await this.withBindings(context, results)).map((one) => ({
        ...one,
        text: sayOutcome(one.outcome, this.deps.profileOf(one.binding.source.provider), context.locale),
      })),
    });
  }

  @Mutation(() => ReportFoundResult, {
    description: 'Takes the report back that a card or a device is lost, by a proof; what was held for it is lifted.',
  })
  async reportFound(
    @Arg('input', { description: 'The card or the device, and the proof.' }) input: ReportFoundInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ReportFoundResult> {
    const reported = await this.deps.reportFound({ ...input, viewer: requireViewer(context) });
    if (!reported.ok) return toFoundProblem(reported.error, context.locale);
    const { subject, results } = reported.value;
    return Object.assign(new ReportFoundSuccess(), {
      ...(await this.about(context, subject)),
      results: await this.withBindings(context, results),
    });
  }

  private async about(context: RequestContext, { kind, id }: LostSubject) {
    return kind === 'CARD'
      ? { card: await this.deps.views.card(context, id), device: null }
      : { card: null, device: { id } };
  }

  private withBindings<One extends { readonly bindingId: Id<'binding'> }>(
    context: RequestContext,
    results: readonly One[],
  ): Promise<(One & { binding: BindingType })[]> {
    return Promise.all(
      results.map(async (one) => ({
        ...one,
        binding: await this.deps.views.bindingAfter(context, one.bindingId),
      })),
    );
  }
}

/** What a report came to for one binding, and what it does not stop. */
function sayOutcome(outcome: LostOutcome, profile: ProviderProfile, locale: Locale): string {
  if (outcome !== 'HELD' && outcome !== 'ALREADY_HELD') return say(locale, outcome);
  return say(locale, collectsWhileHeld(profile) ? 'HELD.collects' : 'HELD', { provider: profile.name[locale] });
}
