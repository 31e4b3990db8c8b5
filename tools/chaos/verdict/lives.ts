import type { Ask } from './question';

/** Each gives the words of what is wrong as `wrong`. */
const questions: readonly string[] = [
  // A successor that is bound has its place, and nobody has two.
  `select s.successor_id || ' is bound and its predecessor ' || p.phase as wrong from succession s
     join binding b on b.id = s.successor_id join binding p on p.id = s.predecessor_id
     where s.outcome is null and b.phase = 'BOUND'`,
  `select predecessor_id || ' has ' || count(*) || ' successors' as wrong from succession where outcome is null or outcome = 'DONE'
     group by predecessor_id having count(*) > 1`,
  `select b.id || ' is REPLACED by ' || count(s.successor_id) as wrong from binding b
     left join succession s on s.predecessor_id = b.id and s.outcome = 'DONE' where b.phase = 'REPLACED'
     group by b.id having count(s.successor_id) <> 1`,
  // A dispute has one file of evidence and was opened in one event, and keeps its card from being retired.
  `select d.id || ' has evidence ' || (select count(*) from dispute_evidence e where e.dispute_id = d.id) || ' and opened ' || count(o.event_id) || ' times' as wrong
     from dispute d left join outbox_events o on o.headers ->> 'ce_type' = 'bindery.dispute.opened.v1' and o.value like '%' || d.id || '%'
     group by d.id having count(o.event_id) <> 1 or (select count(*) from dispute_evidence e where e.dispute_id = d.id) <> 1`,
  `select b.id || ' is RETIRED in spite of ' || d.id as wrong from dispute d join binding b on b.id = d.binding_id
     where d.closed_at is null and d.about = 'UNAUTHORISED_UNBIND' and b.phase = 'RETIRED'`,
  // A consent that was taken back was told of once.
  `select w.consent_id || ' was withdrawn in ' || count(o.event_id) || ' events' as wrong from consent_withdrawal w
     left join outbox_events o on o.key = w.consent_id and o.headers ->> 'ce_type' = 'bindery.consent.withdrawn.v1'
     group by w.consent_id having count(o.event_id) <> 1`,
  // A file is written to its end, in as many rows as it says.
  `select id || ' is ' || state || ' still' as wrong from usage_export where state in ('WAITING', 'WRITING') and created_at < now() - interval '5 seconds'`,
  `select e.id || ' has ' || count(p.export_id) || ' of ' || e.parts || ' parts' as wrong from usage_export e
     left join usage_export_part p on p.export_id = e.id where e.state = 'READY' group by e.id having count(p.export_id) <> e.parts`,
  // What is reported lost is held, and what is found is not.
  `select b.id || ' is not held and reported lost' as wrong from binding b join lost_report l on l.account_id = b.account_id and l.subject_id in (b.card_id, b.device_id)
     where l.found_at is null and b.phase = 'BOUND' and not b.holds::text like '%REPORTED_LOST%' and b.started_at < l.reported_at`,
  `select b.id || ' is held as lost, and found' as wrong from binding b
     where b.phase = 'BOUND' and b.holds::text like '%REPORTED_LOST%' and not exists
       (select 1 from lost_report l where l.account_id = b.account_id and l.subject_id in (b.card_id, b.device_id) and l.found_at is null)`,
];

/** What is wrong with successors, disputes, consents, files and what is lost. */
export async function judgeLives(ask: Ask): Promise<readonly string[]> {
  const answers: string[] = [];
  for (const question of questions)
    answers.push(...(await ask<{ wrong: string }>('binding', question)).map(({ wrong }) => wrong));
  return answers;
}
