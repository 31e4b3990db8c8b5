import { z } from 'zod';
import { id, keyword, moment } from '../fields';
import { bindingFact } from './binding-fact';

const cause = keyword('why, e.g. REFUSED_BY_ISSUER');

export const bindingStarted = bindingFact(
  'started',
  'The holder began to bind a card; proofs or documents are awaited.',
  {
    consentId: id('consent', 'the recorded consent'),
    deadline: moment('when it lapses unless confirmed'),
    previousBindingId: id('binding', 'the binding that this one follows, if it is a rebind').optional(),
    succession: keyword(
      'as what it takes the place of that binding once it is bound, e.g. REPLACEMENT, MOVE; absent where it does not',
    ).optional(),
  },
);
export const bindingRequirementsMet = bindingFact(
  'requirements-met',
  'All that was required is there; the provider is asked to bind.',
  {},
);
export const bindingReviewRequested = bindingFact(
  'review-requested',
  'All that was required is there; a person has to decide first.',
  {
    deadline: moment('by when it lapses unless decided').optional(),
    documentTypes: z.array(keyword('a kind of document')).describe('any one of which is looked at').optional(),
    reviewers: z.int().positive().describe('how many different people have to agree').optional(),
    round: z.int().positive().describe('which review of this binding it is, from 1').optional(),
  },
);
export const bindingApproved = bindingFact('approved', 'The reviewer agreed; the provider is asked to bind.', {});
export const bindingMoreAsked = bindingFact('more-asked', 'The reviewer wants more from the holder.', {
  deadline: moment('by when it lapses unless confirmed again').optional(),
});
export const bindingDeclined = bindingFact('declined', 'The reviewer refused; this binding is over.', { cause });
export const bindingCancelled = bindingFact('cancelled', 'The holder gave up before the card was bound.', {});
export const bindingLapsed = bindingFact('lapsed', 'The deadline passed before the card was bound; nobody refused.', {
  cause: keyword('what was not done in time, where the provider said so, e.g. SIGNING_LAPSED').optional(),
});
export const bindingBound = bindingFact('bound', 'The provider confirmed; the card is bound.', {});
export const bindingActivationAwaited = bindingFact(
  'activation-awaited',
  'The provider wants a step of its own from the holder.',
  {
    deadline: moment('when it lapses unless activated').optional(),
  },
);
export const bindingBindRefused = bindingFact('bind-refused', 'The provider refused to bind; this binding is over.', {
  cause,
});
