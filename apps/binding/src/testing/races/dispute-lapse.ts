import { aHolder, bind, settle, unbind } from '../holder';
import { endsIn } from './ends';
import { attemptsOf, attemptsOfJob, type Race } from './race';

/** The window of an unbind ends while its holder says that it was not them: an open dispute keeps the card from being retired (invariant 10). */
export const disputeLapse: Race = {
  about: 'an unbind is disputed at the moment at which its window ends, half of each',
  oneWinnerOf: ['openDispute'],
  async lay(service, count) {
    const holder = aHolder();
    const { bindingId } = await bind(service, holder);
    await unbind(service, holder, bindingId);
    await settle(service);
    const past = new Date(service.clock.now().getTime() - 1_000);
    await service.sqlAsOwner('UPDATE binding SET deadline = $2, restorable_until = $2 WHERE id = $1', [
      bindingId,
      past,
    ]);
    const half = Math.ceil(count / 2);
    const lapse = async () => service.composed.jobHandlers['lapse-binding']?.({ bindingId } as never, {} as never);
    return {
      accountId: holder.viewer.accountId,
      attempts: [
        ...attemptsOf(service, holder, 'openDispute', half, () => ({
          bindingId,
          about: 'UNAUTHORISED_UNBIND',
          words: 'It was not me.',
        })),
        ...attemptsOfJob('lapse', count - half, lapse),
      ],
      async judge() {
        const steps = await service.sql<{ type: string }>(
          `SELECT headers ->> 'ce_type' AS type FROM outbox_events
             WHERE headers ->> 'ce_type' IN ('bindery.binding.retired.v1', 'bindery.dispute.opened.v1') AND value LIKE '%' || $1 || '%'
             ORDER BY position`,
          [bindingId],
        );
        const order = steps.map(({ type }) => (type.includes('retired') ? 'retired' : 'disputed')).join(', then ');
        const [file] = await service.sql<{ disputes: number; evidence: number }>(
          `SELECT count(*)::int AS disputes, (SELECT count(*)::int FROM dispute_evidence e JOIN dispute o ON o.id = e.dispute_id WHERE o.binding_id = $1) AS evidence
             FROM dispute WHERE binding_id = $1`,
          [bindingId],
        );
        const wrong = [
          ...(['disputed', 'retired, then disputed'].includes(order) ? [] : [`${bindingId} was ${order}`]),
          ...(await endsIn(service, holder, bindingId, order === 'disputed' ? 'UNBOUND' : 'RETIRED')),
          ...(file?.disputes === 1 && file.evidence === 1
            ? []
            : [`${bindingId} has ${file?.disputes} disputes and ${file?.evidence} times evidence`]),
        ];
        return { end: order, wrong };
      },
    };
  },
};
