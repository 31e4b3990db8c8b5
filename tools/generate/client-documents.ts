import { createHash } from 'node:crypto';
import { documents, walletClientApp } from '@bindery/wallet-client';
import { getOperationAST, parse } from 'graphql';
import type { GeneratedFile } from './generated-file';

/** What the wallet client registers for its version, in the format of Apollo's persisted query manifests. */
export function generateClientDocuments(): GeneratedFile[] {
  const operations = Object.values(documents).map((body) => {
    const operation = getOperationAST(parse(body));
    if (!operation?.name) throw new Error(`a registered document is one operation with a name: ${body}`);
    return {
      id: createHash('sha256').update(body).digest('hex'),
      name: operation.name.value,
      type: operation.operation,
      body,
    };
  });
  const manifest = { format: 'apollo-persisted-query-manifest', version: 1, operations };
  return [
    {
      path: `apps/gateway/documents/${walletClientApp.name}/${walletClientApp.version}.json`,
      content: `${JSON.stringify(manifest, undefined, 2)}\n`,
    },
  ];
}
