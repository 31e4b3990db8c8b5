import type { Providers } from './providers/provider';
import { sendBankCode } from './codes/issue-code';
import { carryAlong } from './operations/carry-along';
import { announcePropagation } from './readers/propagation';
import type { FollowOutcome } from './operations/settle-operation';

type FollowDeps = Parameters<typeof announcePropagation>[0] & { readonly providers: Providers };

/** What an outcome brings with it: a bank writes to its customer, readers begin to forget, a balance goes along. */
export const followOutcomes =
  (deps: FollowDeps): FollowOutcome =>
  ({ provider: code, request }, standing) => {
    const { state, providers, clock } = deps;
    const provider = providers.get(code);
    const card = state.cards.get(request.token ?? '');
    if (!provider) return standing;
    if (standing.status === 'CONFIRMED' && request.kind === 'UNBIND' && request.credentialReference)
      announcePropagation(deps, provider, request.credentialReference);
    const { followsCredentialReference: from } = request;
    if (standing.status === 'CONFIRMED' && request.kind === 'BIND' && from && standing.credentialReference)
      carryAlong(state, provider, from, standing.credentialReference);
    if (standing.status !== 'ACTIVATION_REQUIRED' || card?.activatedBy === undefined) return standing;
    const sent =
      card.activatedBy === 'SMS' && card.phone
        ? sendBankCode(state, provider, standing.operationId, card.phone, clock.now()).sentTo
        : null;
    return { ...standing, activation: { steps: [{ kind: 'ENTER_CODE', sentTo: sent }] } };
  };
