import 'reflect-metadata';
import type { RequestContext } from '@bindery/subgraph';
import { aProfile } from '../testing/builders';
import { BindingHoldResolver } from './binding-hold.resolver';
import { BindingHoldType } from './binding.type';

const resolver = new BindingHoldResolver((code) => aProfile(code));
const inWords = (cause: BindingHoldType['cause'], provider: string, isOff = false): string =>
  resolver.text(Object.assign(new BindingHoldType(), { cause, of: { provider, isOff } }), {
    locale: 'zh-CN',
  } as RequestContext);

describe('a hold in words', () => {
  it('names who laid it: the bank, or people at the site', () => {
    expect(inWords('SUSPENDED_BY_PROVIDER', 'seaside-bank')).toBe('海滨银行已停用此卡。');
    expect(inWords('SUSPENDED_BY_PROVIDER', 'northgate')).toMatch(/^.+的管理员已停用此卡。$/);
  });

  it('does not say of what is off that it is being taken off', () => {
    expect(inWords('REVOKED', 'seaside-bank')).toBe('此卡本不应绑定，正在解绑。');
    expect(inWords('REVOKED', 'seaside-bank', true)).toBe('此卡本不应绑定，已解绑。');
  });
});
