import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { JWTVerifyGetKey } from 'jose';
import { defaultLocale, isLocale, pickLocale } from '@bindery/localisation';
import { headerText } from '@bindery/service-host';
import { verifyAccessToken, type AccessTokenHolder, type GatewayClaims } from '@bindery/trust';

/** What the gateway knows of one client request; the data source signs it to each subgraph. */
export interface GatewayContext {
  readonly claims: GatewayClaims;
  readonly traceparent?: string;
}

/** Reads who asks, from where and in which language. Throws 401 when there is a token and it is no good. */
export async function readGatewayContext(request: FastifyRequest, keys: JWTVerifyGetKey): Promise<GatewayContext> {
  const { headers } = request;
  const holder = await readHolder(headerText(headers.authorization), keys);
  const accountLocale = holder?.locale && isLocale(holder.locale) ? holder.locale : undefined;
  return {
    claims: {
      requestId: randomUUID(),
      locale: pickLocale(headerText(headers['accept-language'])) ?? accountLocale ?? defaultLocale,
      clientAddress: request.ip,
      clientApp: holder?.app ?? clientText(headers['apollographql-client-name']),
      clientVersion: clientText(headers['apollographql-client-version']),
      viewer: holder && { accountId: holder.accountId, sessionId: holder.sessionId, deviceId: holder.deviceId, assuranceLevel: holder.assuranceLevel },
    },
  };
}

async function readHolder(authorization: string | undefined, keys: JWTVerifyGetKey): Promise<AccessTokenHolder | undefined> {
  if (!authorization) return undefined;
  const [, token] = /^Bearer (\S+)$/i.exec(authorization) ?? [];
  const verified = token ? await verifyAccessToken(token, keys) : undefined;
  if (verified?.ok) return verified.value;
  const expired = verified?.error.kind === 'TOKEN_EXPIRED';
  throw new GraphQLError(expired ? 'The access token has expired: refresh the session.' : 'The access token is not valid: sign in again.', {
    extensions: { code: expired ? 'ACCESS_TOKEN_EXPIRED' : 'UNAUTHENTICATED', remedies: [{ code: 'LogIn' }], http: { status: 401 } },
  });
}

/** Client-made text goes into logs and signatures, so it is kept short and plain. */
const clientText = (value: string | string[] | undefined) => headerText(value)?.replace(/[^\w.+-]/g, '').slice(0, 64) || undefined;
