import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { type Remedy, systemClock } from '@bindery/kernel';
import type { Mistake } from './mistake-words';
import type { RefusalCode } from './refusal-words';

/** Why the door does not let a request in. The words are found by code and language, when the answer is written. */
export interface Refusal {
  readonly code: RefusalCode;
  /** HTTP status of the whole answer. */
  readonly status: number;
  /** What can be done, in the order to try; left out where only another request can help. */
  readonly remedies?: readonly Remedy[];
  /** The number that is allowed, for refusals that are limits. */
  readonly limit?: number;
  /** When it ends, for refusals that do: becomes `Retry-After` (RFC 9110, 10.2.3). */
  readonly until?: Date;
  /** The lowest version of the client app that is served. */
  readonly minimumVersion?: string;
  /** What the operator says about it, in the language of the caller. */
  readonly reason?: string;
  /** What is wrong with a request that is none; told as its reason. */
  readonly mistake?: Mistake;
  /** Headers of the answer that HTTP wants with this status. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request that nobody can make anything of, and why. */
export const badRequest = (mistake: Mistake): Refusal => ({ code: 'BAD_REQUEST', status: 400, mistake });

/** More than one request may ask for; the number is what is allowed. */
export const limitRefusal = (code: RefusalCode, limit: number): Refusal => ({ code, status: 400, limit });

/** What an error carries besides its words. `limitCode` survives where the server writes its own code over that of a rule. */
export const toExtensions = ({
  code,
  status: _status,
  headers: _headers,
  ...told
}: Refusal): Record<string, unknown> => ({
  code,
  limitCode: code,
  ...told,
});

/** Seconds until a refusal ends, at least one; undefined when it does not end by itself. */
export const retryAfterSeconds = ({ until }: Pick<Refusal, 'until'>): number | undefined =>
  until && Math.max(1, Math.ceil((until.getTime() - systemClock.nowMs()) / 1000));

/** The refusal as an error of the GraphQL server, status and `Retry-After` with it. */
export function toGraphqlError(refusal: Refusal): GraphQLError {
  const seconds = retryAfterSeconds(refusal);
  const headers = new HeaderMap(seconds === undefined ? [] : [['retry-after', String(seconds)]]);
  return new GraphQLError(refusal.code, {
    extensions: { ...toExtensions(refusal), http: { status: refusal.status, headers } },
  });
}
