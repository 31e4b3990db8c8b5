import type { onRequestAsyncHookHandler } from 'fastify';
import { headerText, type SecurityLog } from '@bindery/service';
import { createGatewaySignatureVerifier, gatewaySignatureHeader, readGatewayKeys } from '@bindery/trust';

/** What anybody but the gateway is answered, with a 401. */
export const onlyTheGateway = {
  errors: [{ message: 'Only the gateway may ask.', extensions: { code: 'GATEWAY_SIGNATURE_REQUIRED' } }],
};

interface GatewayOnlyDeps {
  /** Its name in the supergraph. */
  readonly service: string;
  readonly config: { readonly GATEWAY_KEYS: string };
  readonly security: SecurityLog;
}

/**
 * Goes before a route beside `/graphql` that nobody but the gateway may ask. It has no body, so that the signature is over its address; one of the
 * graph does not serve for it, nor the other way round.
 */
export function createGatewayOnly({
  service,
  config: { GATEWAY_KEYS: keys },
  security,
}: GatewayOnlyDeps): onRequestAsyncHookHandler {
  const verify = createGatewaySignatureVerifier(service, readGatewayKeys(keys));
  return async (request, reply) => {
    const verdict = verify(headerText(request.headers[gatewaySignatureHeader]), request.url);
    if (verdict.ok) return undefined;
    security.record('gateway-signature-refused', { sourceAddress: request.ip, errorCode: verdict.error.kind });
    return reply.code(401).send(onlyTheGateway);
  };
}
