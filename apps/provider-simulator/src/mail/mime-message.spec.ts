import { parseMime } from './mime-message';

const mail = (...lines: string[]) => parseMime(Buffer.from(lines.join('\r\n')));

describe('parseMime', () => {
  it('reads a plain mail with a folded subject', () => {
    expect(mail('Subject: one', ' two', 'From: a@example.com', '', 'Hello', 'there')).toEqual({
      subject: 'one two',
      from: 'a@example.com',
      text: 'Hello\r\nthere',
      html: undefined,
    });
  });

  it('reads encoded words, joined where only white space is between them', () => {
    expect(mail('Subject: =?UTF-8?B?5a6J5YWo?= =?utf-8?Q?=E6=8F=90_=E9=86=92?= now', '', '').subject).toBe(
      '安全提 醒 now',
    );
  });

  it('reads quoted-printable in another charset', () => {
    const { text } = mail(
      'Content-Type: text/plain; charset=gb2312',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      '=BF=A8=',
      '=B0=FC =3D',
    );
    expect(text).toBe('卡包 =');
  });

  it('takes the words out of nested parts and leaves attachments', () => {
    const { text, html } = mail(
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

  it.each([
    ['nothing', ''],
    ['no headers', 'just words'],
    ['a boundary that is missing', 'Content-Type: multipart/mixed\r\n\r\nx'],
    ['a charset nobody knows', 'Content-Type: text/plain; charset=klingon\r\n\r\nx'],
    [
      'parts within parts without end',
      `Content-Type: multipart/mixed; boundary=a\r\n\r\n${'--a\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n'.repeat(1000)}`,
    ],
  ])('shows a mail that has %s', (_what, source) => expect(() => parseMime(Buffer.from(source))).not.toThrow());
});
