import type { Clock, Result } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { Log, SecurityLog } from '@bindery/service';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { Connector, ProviderMessage } from './connector';
import type { HttpProblemCode } from './signed/http-problem.rules';
import type { StyleAbilities } from './style-abilities.rules';

/** How long an answer is waited for, in milliseconds. */
export interface ConnectorTimeouts {
  /** Where a person waits, and the gateway a little longer: so that what they hear of a provider that hangs is our answer. */
  readonly interactiveMs: number;
  /** Where a job waits: a provider that is slow once a day should not become UNKNOWN by it. */
  readonly jobMs: number;
}

/** What a style may use. A network call is never made while a transaction is open. */
export interface StyleFoundation {
  readonly clock: Clock;
  readonly log: Log;
  readonly timeouts: ConnectorTimeouts;
  /** For styles that keep something of their own: a nonce, a pass, a key that was fetched. */
  readonly db: EntityManager;
  readonly unitOfWork: UnitOfWork;
  readonly security: Pick<SecurityLog, 'record'>;
  readonly later: Later;
}

/** What a connection has to do after a commit, in its own words. */
export type StyleWork = Readonly<Record<string, string>>;

/** Has the connection do its `work` when the transaction has committed: at least once, and again until it does not throw. */
export type Later = (tx: EntityManager, work: StyleWork) => Promise<void>;

/** A connection’s way to say by itself what a provider would post. */
export type TellPlatform = (message: ProviderMessage) => Promise<unknown>;

/** One provider of a style. */
export interface StyledProvider<Access> {
  readonly code: string;
  /** Kind of its cards, as in the catalogue. */
  readonly kind: string;
  /** Its address and keys, as PROVIDERS has them. */
  readonly access: Access;
  /** Where it posts what it tells by itself: `…/provider-webhooks/<code>`. */
  readonly callbackUrl: string;
  /** Where this service is reached from outside, without a slash at the end. */
  readonly publicUrl: string;
  /** Days that its profile gives a holder for a step of their own, as it is in force now; null where there is none. */
  activationDeadlineDays(): number | null;
}

/**
 * How one company's interface is spoken. A style is a folder beside `generic` and a line in `index.ts`; its README names the vendor's pages it
 * follows, and where it knowingly differs.
 */
export interface ConnectorStyle<Access = unknown> {
  /** As `style` of a provider in the catalogue; never changes. */
  readonly code: string;
  /** What PROVIDERS holds for a provider of this style. Strict: a key misspelt is a key that is missing. */
  readonly access: z.ZodType<Access>;
  /** What its protocol can do; a profile promises no more. */
  readonly abilities: StyleAbilities;
  connect(provider: StyledProvider<Access>, foundation: StyleFoundation): StyleConnection;
}

export interface StyleConnection {
  readonly connector: Connector;
  /** Null where the provider tells nothing by itself. */
  readonly inbound: Inbound | null;
  /** HTTP of its own beside messages, e.g. the web service of passes. */
  readonly routes?: readonly StyleRoute[];
  /** Does once what the first to be answered would have to wait for; in processes that answer, before they do. Throws when it could answer nobody. */
  prepare?(): void;
  /** Does what was put off by `later`. */
  work?(work: StyleWork, tell: TellPlatform): Promise<void>;
  /** Deletes what it keeps of its own and has served its purpose, once a day; how many rows of what. */
  prune?(): Promise<Readonly<Record<string, number>>>;
  /** Ends all connections, also those with a request under way. */
  close(): Promise<void>;
}

/** A message as it came, before anything of it was believed. */
export interface InboundRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The bytes as they came: signatures are over these, never over what a parser made of them. */
  readonly body: Buffer;
}

/** A message whose signature is good. */
export interface InboundMessage {
  /** Names the message at its provider; the same on each retry. */
  readonly id: string;
  /** What it says, in the words of the generic protocol: `{ type: 'operation.confirmed', operationId, … }`. */
  readonly body: unknown;
}

export interface InboundFault {
  readonly code: HttpProblemCode;
  readonly field?: string;
}

/** An answer over HTTP; without a body there is none. */
export interface HttpReply {
  readonly status: number;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface StyleRequest extends InboundRequest {
  /** What stands in the path for `:name`. */
  readonly params: Readonly<Record<string, string>>;
  /** A name that comes twice is no text. */
  readonly query: Readonly<Record<string, unknown>>;
  /** Network address of who asks. */
  readonly ip: string;
}

/** A path of binding's own that a provider, or what it gave a holder, comes to. */
export interface StyleRoute {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** `/apple-wallet/v1/devices/:device/registrations/:passType`; below the name of the style. */
  readonly path: string;
  /** Longer bodies are refused unread; none are taken where it is left out. */
  readonly bodyBytesMax?: number;
  /** Never throws for what a caller can do; what is thrown is ours, and answered 500. */
  handle(request: StyleRequest): Promise<HttpReply>;
}

/** How messages of a provider are read, and what it wants to hear. */
export interface Inbound {
  /** Others are refused unread. */
  readonly contentTypes: readonly string[];
  /** Verifies first and reads then. Never throws for what a sender can do. */
  read(request: InboundRequest, now: Date): Promise<Result<InboundMessage, InboundFault>>;
  /** The answer to a message whose effect is committed. */
  readonly taken: HttpReply;
  refused(fault: InboundFault): HttpReply;
}
