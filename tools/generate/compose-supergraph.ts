import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { services } from '../start/topology';

/**
 * The supergraph out of the committed SDL of the subgraphs. The gateway routes by name, so the URLs in it
 * are only names too. Throws with every composition error when the subgraphs do not fit.
 */
export async function composeSupergraph(root: string): Promise<string> {
  const parts = await Promise.all(
    services.map(async (name) => ({
      name,
      url: `http://${name}`,
      typeDefs: parse(await readFile(join(root, 'apps', name, 'schema.graphql'), 'utf8')),
    })),
  );
  const { supergraphSdl, errors } = composeServices(parts);
  if (errors?.length)
    throw new Error(`the subgraphs do not compose:\n${errors.map(({ message }) => `- ${message}`).join('\n')}`);
  if (!supergraphSdl) throw new Error('composition answered nothing');
  return supergraphSdl;
}
