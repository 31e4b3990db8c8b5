import type { Result } from '@bindery/kernel';
import type { z } from 'zod';
import type { InBothLanguages } from '@bindery/localisation';

/** What somebody can do with a card in the world outside: hold it to a door's reader, or to a terminal. */
export const uses = ['DOOR_OPENED', 'PAYMENT'] as const;
export type Use = (typeof uses)[number];

/** A place whose doors have readers of a provider. */
export interface Site {
  readonly code: string;
  readonly name: InBothLanguages;
  readonly members: { readonly prefix: string; readonly from: number; readonly to: number };
  /** Members show by a code of the administrator that the card is theirs. */
  readonly invites: boolean;
  /** `offline`: its reader has no line to the controller, and learns of a removal when its list runs out. */
  readonly doors: readonly { readonly id: string; readonly name: InBothLanguages; readonly offline: boolean }[];
}

/** A card that was handed in for a token. */
export interface HandedIn {
  /** What the card is recognised by; never kept. */
  readonly identity: string;
  /** What its provider remembers of it. */
  readonly card: {
    readonly lastFour: string;
    readonly brand?: string;
    readonly site?: string;
    readonly needsActivation: boolean;
    readonly activatedBy?: 'INVITATION' | 'SMS';
    readonly phone?: string;
  };
  /** What the platform is told besides the token. */
  readonly told: object;
}

/** A card that is not taken, by a code for the platform. */
export interface NotTaken {
  readonly kind: string;
}

/** How a provider behaves because its cards are of a kind. */
export interface Behaviour {
  /** Reads the body of `POST /tokens`. Throws a ZodError where it has not the shape that was agreed. */
  handIn(asked: unknown, now: Date): Result<HandedIn, NotTaken>;
  /** What its cards can be used for. */
  readonly uses: readonly Use[];
  readonly sites: readonly Site[];
  /** The purpose that a holder has to have allowed before it collects by a mandate, e.g. REPAYMENT_DEBIT; none where left out. */
  readonly collectsBy?: string;
}

/** A kind of card whose providers behave in a way of their own. */
export interface CardKind {
  /** As in the catalogue. */
  readonly code: string;
  /** What stands under `simulated` of an entry of the catalogue → the behaviour. */
  readonly simulated: z.ZodType<Behaviour, unknown>;
}
