import { newId } from '@bindery/kernel';
import { toKeyRing } from '@bindery/trust';
import { createExportLinks } from './export-links';

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const links = createExportLinks(toKeyRing({ e1: key(1) }));
const [exportId, sessionId] = [newId('usage_export'), newId('session')];
const now = new Date('2026-03-01T00:00:00Z');
const later = (ms: number) => new Date(now.getTime() + ms);
const outcome = (token: string, at = now, by = links) => {
  const read = by.read(token, at);
  return read.ok ? read.value : read.error.kind;
};

describe('the link to an export', () => {
  const token = links.make({ exportId, sessionId }, later(300_000));

  it('names its export and who asked for it until it expires', () => {
    expect(outcome(token)).toEqual({ exportId, sessionId });
    expect(outcome(token, later(299_999))).toEqual({ exportId, sessionId });
    expect(outcome(token, later(300_000))).toBe('LINK_EXPIRED');
  });

  it('goes on while keys are changed, and no longer', () => {
    expect(outcome(token, now, createExportLinks(toKeyRing({ e2: key(2), e1: key(1) })))).toEqual({
      exportId,
      sessionId,
    });
    expect(outcome(token, now, createExportLinks(toKeyRing({ e2: key(2) })))).toBe('LINK_INVALID');
  });

  it('cannot be made by anybody else, nor for another export, session or a longer time', () => {
    const [id = '', session = '', seconds = '', mac = ''] = token.split('.');
    for (const forged of [
      `${newId('usage_export').slice(-26)}.${session}.${seconds}.${mac}`,
      `${id}.${newId('session').slice(-26)}.${seconds}.${mac}`,
      `${id}.${session}.${Number(seconds) + 1}.${mac}`,
      `${id}.${session}.${seconds}.${Buffer.alloc(16).toString('base64url')}`,
      `${id}.${session}.${seconds}.`,
      `${token}x`,
      `${token}\n`,
      '',
      '..',
    ])
      expect(outcome(forged)).toBe('LINK_INVALID');
  });

  it('fits into a part of an address without being escaped', () => expect(token).toMatch(/^[\w.-]{1,100}$/));
});
