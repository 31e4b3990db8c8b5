import type { FastifyInstance, onRequestAsyncHookHandler } from 'fastify';
import type { Clock } from '@bindery/kernel';
import { exportHolderHeader, exportHolderOf } from '@bindery/trust';
import { dayOf } from '@bindery/values';
import { fileNameOf } from '../export.rules';
import type { ReadExport } from './read-export';

const typeOf = { CSV: 'text/csv; charset=utf-8; header=present', JSON: 'application/json; charset=utf-8' } as const;

const refusals = {
  LINK_INVALID: [404, 'there is no such file'],
  LINK_EXPIRED: [410, 'the link or the file is too old; ask for a new one'],
} as const;

interface ExportsRouteDeps {
  readonly gatewayOnly: onRequestAsyncHookHandler;
  readonly readExport: ReadExport;
  readonly clock: Clock;
}

/**
 * `GET /usage-exports/:token`: the file of a link, for the gateway and nobody else, which looks whether the session of the link goes on. Of a client the link is all
 * that is asked for: it is a secret of some minutes, so that nothing may keep the answer, and nothing here says it on.
 */
export function addExportsRoute(app: FastifyInstance, { gatewayOnly, readExport, clock }: ExportsRouteDeps) {
  const path = '/usage-exports/:token';
  app.get<{ Params: { token: string } }>(path, { onRequest: gatewayOnly }, async (request, reply) => {
    void reply.headers({ 'cache-control': 'no-store, private', 'x-content-type-options': 'nosniff' });
    const read = await readExport(request.params.token);
    if (!read.ok) {
      const [status, message] = refusals[read.error.kind];
      return reply.code(status).send({ code: read.error.kind, message });
    }
    const { of, content } = read.value;
    const name = fileNameOf(of, dayOf(clock.now(), of.timeZone));
    return reply
      .type(typeOf[of.format])
      .header(exportHolderHeader, exportHolderOf(of.accountId))
      .headers({ 'content-length': of.bytes, 'content-disposition': `attachment; filename="${name}"` })
      .send(content);
  });
}
