import { err, ok, type Result } from '@bindery/kernel';
import { isSame } from '@bindery/trust';
import type { Pass } from './pass.rules';
import type { PassSecrets } from './pass-secrets.rules';

export interface PassLink {
  readonly url: string;
  readonly until: Date;
}

export interface PassLinks {
  /** Where the pass is downloaded. Whoever has the link has the pass, so it lives for an hour or two, and until somebody has added the pass. */
  linkTo(pass: Pick<Pass, 'serialNumber'>, now: Date): PassLink;
  /** The serial number that a link of ours was made for. */
  read(token: string, now: Date): Result<string, { readonly kind: 'LINK_UNKNOWN' | 'LINK_OVER' }>;
}

const hourMs = 60 * 60_000;
const tokenMax = 200;

/** Links need no table: what they open and how long is signed in them. `base` is the address that they stand below. */
export function createPassLinks(base: string, secrets: PassSecrets): PassLinks {
  return {
    linkTo({ serialNumber }, now) {
      // The same for an hour, so that whoever asks twice is not shown two.
      const until = new Date(Math.ceil(now.getTime() / hourMs + 1) * hourMs);
      const signed = `${serialNumber}.${until.getTime() / 1000}`;
      return { url: `${base}/${signed}.${secrets.signLink(signed)}`, until };
    },
    read(token, now) {
      const [, signed, serialNumber, seconds, signature] =
        (token.length <= tokenMax && /^(([A-Za-z0-9_-]+)\.(\d{1,11}))\.([A-Za-z0-9_-]+)$/.exec(token)) || [];
      if (!signed || !serialNumber || !signature) return err({ kind: 'LINK_UNKNOWN' });
      if (!secrets.linkSignatures(signed).some((expected) => isSame(signature, expected)))
        return err({ kind: 'LINK_UNKNOWN' });
      return Number(seconds) * 1000 > now.getTime() ? ok(serialNumber) : err({ kind: 'LINK_OVER' });
    },
  };
}
