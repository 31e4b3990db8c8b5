import { ok, type InvalidInput, type Result } from '@bindery/kernel';
import type { Viewer } from '@bindery/trust';
import { saveProfile, type AccountJournal } from '../accounts';
import type { Done, OnceSignedIn, OnceSignedInRefusal } from '../sessions';
import { checkProfileForm, type ProfileForm } from './change-profile.rules';

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

/** Changes what the viewer is called and the language they are addressed in. Others hear of the language only: a name is nobody else's. */
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
        const { locale } = change;
        if (locale && locale !== account.locale)
          await journal.record(tx, account, [{ type: 'bindery.account.locale-changed.v1', data: { locale } }]);
        return ok(null);
      },
    );
  };
}
