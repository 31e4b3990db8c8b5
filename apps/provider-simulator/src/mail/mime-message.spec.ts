import { parseMime } from './mime-message';

const mail = (...lines: string[]) => parseMime(Buffer.from(lines.join('\r\n')));

describe('parseMime', () => {
  it('reads a plain mail with a folded subject', async () => {
    expect(await mail('Subject: one', ' two', 'From: a@example.com', '', 'Hello', 'there')).toEqual({
      subject: 'one two',
      from: 'a@example.com',
      text: 'Hello\nthere',
      html: undefined,
    });
  });

  it('reads encoded words, joined where only white space is between them', async () => {
    const { subject, from } = await mail(
      'Subject: =?UTF-8?B?5a6J5YWo?= =?utf-8?Q?=E6=8F=90_=E9=86=92?= now',
      'From: =?UTF-8?B?5Y2h5YyF?= <no-reply@bindery.example>',
      '',
      '',
    );
    expect({ subject, from }).toEqual({ subject: '安全提 醒 now', from: '卡包 <no-reply@bindery.example>' });
  });

  it('reads quoted-printable in another charset', async () => {
    const { text } = await mail(
      'Content-Type: text/plain; charset=gb2312',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      '=BF=A8=',
      '=B0=FC =3D',
    );
    expect(text).toBe('卡包 =');
  });

  it('takes the words out of nested parts and leaves attachments', async () => {
    const { text, html } = await mail(
      'Content-Type: multipart/mixed; boundary="outer.(1)"',
      '',
      'preamble',
      '--outer.(1)',
      'Content-Type: multipart/alternative; boundary=inner',
      '',
      '--inner',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from('你好').toString('base64'),
      '--inner',
      'Content-Type: text/html',
      '',
      '<b>hi</b>',
      '--inner--',
      '',
      '--outer.(1)',
      'Content-Type: text/plain',
      'Content-Disposition: attachment',
      '',
      'secret plan',
      '--outer.(1)--',
      'epilogue',
    );
    expect({ text, html }).toEqual({ text: '你好', html: '<b>hi</b>' });
  });

  const endless = 'Content-Type: multipart/mixed; boundary=a\r\n\r\n';
  it.each([
    ['nothing', '', ''],
    ['no headers', 'just words', ''],
    ['a boundary that is missing', 'Content-Type: multipart/mixed\r\n\r\nx', ''],
    ['a charset nobody knows', 'Content-Type: text/plain; charset=klingon\r\n\r\nx', 'x'],
    ['parts within parts without end', endless + `--a\r\n${endless}`.repeat(1000), expect.stringContaining('--a')],
  ])('shows a mail that has %s', async (_what, source, text) =>
    expect(await parseMime(Buffer.from(source))).toMatchObject({ text }),
  );
});
