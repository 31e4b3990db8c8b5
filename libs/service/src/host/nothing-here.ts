import type { FastifyInstance } from 'fastify';

/** Answers paths that there are not with 404 in the shape of every other refusal; for programs that do not say it in words of their own. */
export function addNothingHere(app: FastifyInstance): void {
  app.setNotFoundHandler(async (_request, reply) =>
    reply.code(404).send({ errors: [{ message: 'There is nothing here.', extensions: { code: 'NOT_FOUND' } }] }),
  );
}
