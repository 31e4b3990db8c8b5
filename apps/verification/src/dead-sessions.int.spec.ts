import { playWithDeadSessions } from '@bindery/subgraph/testing';
import { aHolder, answer, codeIn, newBindingId, newPhone, smsTo, start, startBind } from './testing/operations';
import { startVerification, type RunningVerification } from './testing/start-verification';

let service: RunningVerification;
beforeAll(async () => (service = await startVerification()));
afterAll(() => service.stop());

const ofPhone = (phone: string) => [phone, phone.slice(3)];

describe('a database session that dies at any statement leaves nothing of a person in the log', () => {
  it.each([
    [
      'startChallenge of a stranger',
      async () => {
        const phone = newPhone();
        const clientAddress = `203.0.113.${Math.floor(Math.random() * 200)}`;
        return {
          run: () => start(service, { purpose: { action: 'REGISTER' }, phone }, { clientAddress }),
          canaries: [...ofPhone(phone), clientAddress],
        };
      },
    ],
    [
      'startChallenge of a holder',
      async () => {
        const { phone, claims } = await aHolder(service);
        const purpose = { action: 'BIND', subjectId: newBindingId() };
        return { run: () => start(service, { purpose }, claims), canaries: ofPhone(phone) };
      },
    ],
    [
      'answerChallenge',
      async () => {
        const holder = await aHolder(service);
        const { id } = await startBind(service, holder);
        const code = codeIn(await smsTo(service, holder.phone));
        return { run: () => answer(service, id, code, holder.claims), canaries: [...ofPhone(holder.phone), code] };
      },
    ],
  ])('%s', async (_act, prepare) => {
    const { statements, failures, found } = await playWithDeadSessions(service, prepare);
    expect(found).toEqual([]);
    expect(statements).toBeGreaterThan(2);
    expect(failures).toBeGreaterThan(0);
  });
});
