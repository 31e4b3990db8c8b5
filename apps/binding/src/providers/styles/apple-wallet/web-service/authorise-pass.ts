import type { EntityManager } from 'typeorm';
import { isSame } from '@bindery/trust';
import { findPass } from '../passes/pass.repository';
import type { Pass } from '../passes/pass.rules';
import type { PassSecrets } from '../passes/pass-secrets.rules';

interface AuthorisePassDeps {
  readonly db: EntityManager;
  readonly secrets: PassSecrets;
  readonly provider: string;
  readonly passType: string;
}

export interface AskedPass {
  readonly passType: string | undefined;
  readonly serialNumber: string | undefined;
  /** The header `Authorization`. */
  readonly authorization: unknown;
}

/** The pass that a request shows the authentication token of; null for a wrong one as for a pass that there is not, in the same time. */
export type AuthorisePass = (asked: AskedPass) => Promise<Pass | null>;

export function createAuthorisePass({ db, secrets, provider, passType }: AuthorisePassDeps): AuthorisePass {
  return async ({ passType: asked, serialNumber = '', authorization }) => {
    const [, given = ''] = /^ApplePass ([\x21-\x7e]{16,200})$/.exec(String(authorization)) ?? [];
    const known = /^[0-9a-f]{32}$/.test(serialNumber) ? serialNumber : '';
    const pass = await findPass(db, { provider, passType, serialNumber: known });
    const expected = secrets.authenticationToken(known, pass?.tokenKey ?? secrets.current);
    return isSame(given, expected) && asked === passType ? pass : null;
  };
}
