import { createServer, type AddressInfo } from 'node:net';
import { freePort } from '@bindery/testing';
import { SMTPServer } from 'smtp-server';
import { canSendAgain } from './can-send-again';
import { createMailer, type Mailer } from './mailer';

describe('mailer', () => {
  const mails: { to: string[]; source: string }[] = [];
  const replies: Record<string, number> = { 'gone@example.com': 550, 'busy@example.com': 451 };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo: ({ address }, _session, callback) =>
      callback(replies[address] ? Object.assign(new Error('no'), { responseCode: replies[address] }) : null),
    onData(stream, { envelope }, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const source = Buffer.concat(chunks).toString();
        mails.push({ to: envelope.rcptTo.map(({ address }) => address), source });
        callback(source.includes('refuse-me') ? Object.assign(new Error('spam'), { responseCode: 554 }) : null);
      });
    },
  });
  let mailer: Mailer;

  beforeAll(async () => {
    const listener = server.listen(0, '127.0.0.1');
    await new Promise((resolve) => listener.once('listening', resolve));
    mailer = createMailer({
      url: `smtp://127.0.0.1:${(listener.address() as AddressInfo).port}`,
      from: 'Bindery <no-reply@bindery.example>',
    });
  });
  afterAll(async () => {
    mailer.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  const mail = { to: 'li@example.com', subject: 'Card removed', text: 'Was this you?', idempotencyKey: 'delivery_1' };

  it('sends the words with a Message-ID that a repeated send keeps', async () => {
    const first = await mailer.send(mail);
    const second = await mailer.send(mail);
    const other = await mailer.send({ ...mail, idempotencyKey: 'delivery_2' });
    expect(first).toMatchObject({
      ok: true,
      value: { messageId: expect.stringMatching(/^<[0-9a-f]{40}@bindery\.example>$/) },
    });
    expect(second).toEqual(first);
    expect(other).not.toEqual(first);
    expect(mails[0]?.to).toEqual(['li@example.com']);
    for (const line of [
      'From: Bindery <no-reply@bindery.example>',
      'Subject: Card removed',
      'Auto-Submitted: auto-generated',
      'Was this you?',
    ])
      expect(mails[0]?.source.split('\r\n')).toContain(line);
  });

  it('lets nobody slip a header or a second recipient in', async () => {
    const before = mails.length;
    await mailer.send({ ...mail, subject: 'Hello\r\nBcc: evil@example.com', to: 'li@example.com, evil@example.com' });
    await mailer.send({ ...mail, subject: 'Hello\r\nBcc: evil@example.com' });
    for (const { to, source } of mails.slice(before)) {
      expect(to).not.toContain('evil@example.com');
      expect(source).not.toMatch(/^Bcc:/m);
    }
  });

  it.each([
    ['an address nobody has', { to: 'gone@example.com' }, { kind: 'ADDRESS_NOT_ACCEPTED' }, false],
    ['a mailbox that is busy', { to: 'busy@example.com' }, { kind: 'MAIL_UNAVAILABLE', detail: 'EENVELOPE 451' }, true],
    [
      'a mail the server will not have',
      { text: 'refuse-me' },
      { kind: 'MESSAGE_NOT_ACCEPTED', detail: 'EMESSAGE 554' },
      false,
    ],
  ])('tells %s', async (_what, change, expected, again) => {
    const sent = await mailer.send({ ...mail, ...change });
    expect(sent).toEqual({ ok: false, error: expected });
    expect(!sent.ok && canSendAgain(sent.error)).toBe(again);
  });

  it('tells a server that is not there', async () => {
    const away = createMailer({ url: `smtp://127.0.0.1:${await freePort()}`, from: 'no-reply@bindery.example' });
    expect(await away.send(mail)).toMatchObject({ ok: false, error: { kind: 'MAIL_UNAVAILABLE' } });
    away.close();
  });

  it('gives up on a server that says nothing', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const waiting = createMailer({
      url: `smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`,
      from: 'no-reply@bindery.example',
      timeoutMs: 50,
    });
    expect(await waiting.send(mail)).toMatchObject({ ok: false, error: { kind: 'MAIL_UNAVAILABLE' } });
    waiting.close();
    silent.close();
  });
});
