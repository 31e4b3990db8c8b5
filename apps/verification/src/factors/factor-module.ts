import type { EntityManager } from 'typeorm';
import type { Id, Result } from '@bindery/kernel';
import type { Locale } from '@bindery/localisation';
import type { ProofAction } from '@bindery/trust';
import type { ContactSeal } from '../contacts';
import type { VerificationConfig } from '../verification.config';
import type { MessageState, Recipient } from './factor.rules';

/** One way to prove that it is you: a folder of this room and a line in `registered.ts`. */
export interface FactorModule<Name extends string = string> {
  /** Its value in the graph, in the table of challenges and in proofs. */
  readonly name: Name;
  /** For the schema, in English. */
  readonly description: string;
  /** Absent while nobody can use it: it is in the graph then and refused, like a factor that reaches nobody. */
  readonly offer?: FactorOffer;
}

export interface FactorOffer {
  readonly words: FactorWords;
  create(deps: FactorDeps): ReadyFactor;
}

/** What a factor says of itself; its messages are its own affair. */
export interface FactorWords {
  /** What to do while its challenge waits. */
  waitingTitle(locale: Locale): string;
  /** What an answer looks like, for one that is none. */
  answerForm(locale: Locale): string;
}

export interface FactorDeps {
  readonly config: VerificationConfig;
  readonly contactSeal: ContactSeal;
}

/** A factor that is offered, with all that it needs. */
export interface ReadyFactor {
  /**
   * What a new challenge keeps so that its answer can be checked; undefined while they have nothing to answer with. Nobody
   * else reads it, and it tells no secret to who has the database alone. It is asked too when no challenge follows, so
   * it changes nothing.
   */
  newState(tx: EntityManager, prover: Prover): Promise<string | undefined>;
  /** An answer as it was meant; undefined for what cannot be one and is not counted. */
  readAnswer(typed: string): string | undefined;
  /**
   * In the transaction that counts the answer. Takes the same time wherever it differs. A right answer given to the same
   * challenge again is right again: its reply may have been lost.
   */
  isRight(tx: EntityManager, challenge: FactorChallenge, answer: string, now: Date): Promise<boolean>;
  /** Left out by a factor that sends nothing: who proves something has all it takes. */
  readonly sending?: FactorSending;
}

/** To whom and how a factor sends what is to be answered. */
export interface FactorSending {
  /** Where it finds somebody; undefined when it cannot reach them now. */
  findRecipient(tx: EntityManager, prover: Prover): Promise<Recipient | undefined>;
  /** The recipient as clients may see it, e.g. `+86 ••• 01`. */
  maskRecipient(recipient: Pick<Recipient, 'sealedContact'>): Promise<string>;
  /** By which what is sent is counted for what it costs: the ISO 3166-1 country, `ZZ` when there is none. */
  countryOf(recipient: Pick<Recipient, 'sealedContact'>): Promise<string>;
  readonly delivery: FactorDelivery;
}

/** Who proves something: the holder of an account, or somebody not signed in by the phone that they name. */
export type Prover = { readonly accountId: Id<'account'> } | { readonly phone: string };

/** What a factor sees of a challenge. */
export interface FactorChallenge {
  readonly id: Id<'challenge'>;
  /** Null for somebody who is not signed in. */
  readonly accountId: Id<'account'> | null;
  readonly action: ProofAction;
  /** As `newState` made it. */
  readonly factorState: string;
  /** Language of messages. */
  readonly locale: Locale;
  readonly expiresAt: Date;
}

/** A challenge that something is sent for. */
export interface SentChallenge extends FactorChallenge {
  readonly sending: Pick<Recipient, 'sealedContact'> & { readonly lastSendAt: Date };
}

/** How the secret travels and where it is. */
export interface FactorDelivery {
  /** Hands over one send, which `idempotencyKey` names: repeated, it has no second effect. */
  send(challenge: SentChallenge, idempotencyKey: string): Promise<Result<SentMessage, DeliveryFailed>>;
  /** Where a message is and since when. */
  readState(messageId: string): Promise<Result<{ readonly state: MessageState; readonly at: Date }, DeliveryFailed>>;
  /** How long to wait before asking where a message is, after so many questions. */
  pauseMs(asked: number): number;
}

export interface SentMessage {
  readonly messageId: string;
  readonly state: MessageState;
}

export interface DeliveryFailed {
  readonly kind: string;
  /** Whether the same may succeed later. */
  readonly canBeTriedAgain: boolean;
}
