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
  /** The headers of a signed request without a body. */
  signPath(subgraph: string, path: string): Record<string, string>;
}

export async function createTestGateway(): Promise<TestGateway> {
  const keys = generateGatewayKeys();
  const headerOf = (subgraph: string, signed: string, claims?: Partial<GatewayClaims>) => {
    const all: GatewayClaims = { requestId: 'test', locale: 'en', clientAddress: '127.0.0.1', ...claims };
    return { [gatewaySignatureHeader]: createGatewaySigner(subgraph, readGatewayKeys(keys))(all, signed) };
  };
  return {
    keys,
    signPath: headerOf,
    async sign(subgraph, operation, claims) {
      const payload = JSON.stringify(operation);
      return { headers: { 'content-type': 'application/json', ...headerOf(subgraph, payload, claims) }, payload };
    },
  };
}
