import type { ProviderCatalogue } from './provider-catalogue';
import type { ProviderProfile } from './provider-profile.rules';

export interface Catalogue {
  /** In the order they are shown in. */
  readonly profiles: ProviderCatalogue;
  /** The profile of a provider that has cards here; throws when it is not in the catalogue any more. */
  profileOf(code: string): ProviderProfile;
}

export function createCatalogue(profiles: ProviderCatalogue): Catalogue {
  return {
    profiles,
    profileOf(code) {
      const profile = profiles.get(code);
      if (!profile) throw new Error(`provider ${code} has cards but is not in the catalogue`);
      return profile;
    },
  };
}
