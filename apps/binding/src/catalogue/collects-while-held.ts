import { endsAgreement } from '../providers';
import type { ProviderProfile } from './provider-profile.rules';

/** Whether a provider charges by itself, by an agreement that was signed with it, and takes no request to pause: a hold is one here only, and what ends it is an unbind. */
export const collectsWhileHeld = ({ style, suspend }: Pick<ProviderProfile, 'style' | 'suspend'>): boolean =>
  suspend.mode !== 'NATIVE' && endsAgreement(style);
