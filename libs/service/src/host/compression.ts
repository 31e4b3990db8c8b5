import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

/** Below this many bytes a packet is saved at most, and the size of a short answer says the more about its content. */
const thresholdBytes = 1024;

/**
 * Compresses answers as clients accept it (br, gzip), except those marked `cache-control: no-transform`. Mark what holds
 * a secret beside text that the caller chose: from the size of such answers the secret can be guessed byte by byte
 * (BREACH, https://www.breachattack.com). Compressed requests are not taken: a small one can unpack to gigabytes.
 * Call it before the routes are added.
 */
export async function addCompression(app: FastifyInstance): Promise<void> {
  app.addHook('onSend', (request, reply, payload, done) => {
    if (String(reply.getHeader('cache-control')).includes('no-transform')) request.headers['x-no-compression'] = 'true';
    done(null, payload);
  });
  await app.register(compress, { encodings: ['br', 'gzip'], threshold: thresholdBytes, globalDecompression: false });
}
