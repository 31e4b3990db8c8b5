import { ok, type InvalidInput, type Result } from '@bindery/kernel';
import type { Viewer } from '@bindery/trust';
import { saveProfile, type Account, type AccountFact, type AccountJournal } from '../accounts';
import type { Done, OnceSignedIn, OnceSignedInRefusal } from '../sessions';
import { checkProfileForm, type ProfileChange, type ProfileForm } from './change-profile.rules';

export interface ChangeProfileCommand extends ProfileForm {
  readonly idempotencyKey: string;
}

export type ChangeProfileError = InvalidInput | OnceSignedInRefusal;

export type ChangeProfile = (
  viewer: Viewer,
  command: ChangeProfileCommand,
) => Promise<Result<Done<null>, ChangeProfileError>>;

export interface ChangeProfileDeps {
  readonly onceSignedIn: OnceSignedIn;
  readonly journal: AccountJournal;
}

/** Changes what the viewer is called, and the language and the zone they are told things in. Others hear of the last two only: a name is nobody else's. */
export function createChangeProfile({ onceSignedIn, journal }: ChangeProfileDeps): ChangeProfile {
  return async (viewer, { idempotencyKey, ...form }) => {
    const checked = checkProfileForm(form);
    if (!checked.ok) return checked;
    const change = checked.value;
    return onceSignedIn<null, never>(
      viewer,
      { operation: 'changeProfile', idempotencyKey, request: { ...change } },
      async (tx, account) => {
        await saveProfile(tx, account, change);
        const facts = factsOf(change, account);
        if (facts.length > 0) await journal.record(tx, account, facts);
        return ok(null);
      },
    );
  };
}

/** What others have to know: what is another than before. */
const factsOf = ({ locale, timeZone }: ProfileChange, account: Account): AccountFact[] => [
  ...(locale && locale !== account.locale
    ? [{ type: 'bindery.account.locale-changed.v1', data: { locale } } as const]
    : []),
  ...(timeZone && timeZone !== account.timeZone
    ? [{ type: 'bindery.account.time-zone-changed.v1', data: { timeZone } } as const]
    : []),
];
