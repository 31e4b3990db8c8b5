import { generateGatewayKeys, readGatewayKeys } from '../gateway-keys';
import { createGatewaySigner, gatewaySignatureHeader, type GatewayClaims } from '../gateway-signature';

/** Stands in for the gateway in a subgraph's tests: real keys, real signatures. */
export interface TestGateway {
  /** Goes into the subgraph's GATEWAY_KEYS. */
  readonly keys: string;
  /** The headers and body of a signed request. */
  sign(
    subgraph: string,
    operation: object,
    claims?: Partial<GatewayClaims>,
  ): Promise<{ headers: Record<string, string>; payload: string }>;
}

export async function createTestGateway(): Promise<TestGateway> {
  const keys = generateGatewayKeys();
  return {
    keys,
    async sign(subgraph, operation, claims) {
      const payload = JSON.stringify(operation);
      const all: GatewayClaims = { requestId: 'test', locale: 'en', clientAddress: '127.0.0.1', ...claims };
      const signature = createGatewaySigner(subgraph, readGatewayKeys(keys))(all, payload);
      return { headers: { 'content-type': 'application/json', [gatewaySignatureHeader]: signature }, payload };
    },
  };
}
