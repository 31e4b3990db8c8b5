import type { RequestContext } from '@bindery/subgraph';
import type { Views } from '../cards';
import { sayPurpose, toProviderType, type Catalogue } from '../catalogue';
import { standsAlone, type Consent } from '../consents';
import { standingOf, type LenderRequest } from '../lender-requests';
import type { Binding } from '../lifecycle';
import { consentStateOf } from './consent-state.rules';
import { ConsentType } from './consent.type';
import { say } from './given-consents.words';

export type ToConsent = (context: RequestContext, consent: Consent) => Promise<ConsentType>;

interface ToConsentDeps {
  readonly views: Pick<Views, 'binding'>;
  readonly catalogue: Pick<Catalogue, 'profileOf'>;
  /** What its provider was asked about a consent, the oldest first. */
  readonly listTold: (context: RequestContext, id: Consent['id']) => Promise<readonly LenderRequest[]>;
  readonly findState: (context: RequestContext, bindingId: Binding['id']) => Promise<Binding['state'] | undefined>;
}

/** A consent as its holder sees it. */
export function createToConsent({ views, catalogue, listTold, findState }: ToConsentDeps): ToConsent {
  return async (context, consent) => {
    const { id, provider, purpose, version, text, locale, recordedAt, withdrawnAt, bindingId, movedFrom } = consent;
    const profile = catalogue.profileOf(provider);
    const state = await findState(context, bindingId);
    const told = standsAlone(purpose) ? (await listTold(context, id)).at(-1) : undefined;
    return Object.assign(new ConsentType(), {
      id,
      state: consentStateOf(state ?? { phase: 'RETIRED' }, withdrawnAt),
      purposeCode: purpose,
      purpose: standsAlone(purpose)
        ? sayPurpose(context.locale, purpose)
        : say(context.locale, purpose === 'LOAN' ? 'purpose.loan' : 'purpose', {
            provider: profile.name[context.locale],
          }),
      atProvider: told ? standingOf(told) : null,
      provider: toProviderType(profile, context.locale),
      version,
      text,
      locale,
      givenAt: recordedAt,
      withdrawnAt,
      binding: await views.binding(context, bindingId),
      givenOn: movedFrom && (await views.binding(context, movedFrom)),
    });
  };
}
