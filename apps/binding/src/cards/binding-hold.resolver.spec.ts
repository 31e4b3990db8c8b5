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

  it.each(['alipay', 'wechat-pay'])('says that %s may still collect, and what ends that', (provider) => {
    expect(inWords('SUSPENDED_BY_HOLDER', provider)).toMatch(
      /^您已暂停使用此卡。.+仍可能按您在其处签署的协议扣款，解绑此卡方可终止。$/,
    );
    expect(inWords('CARD_REPORTED_LOST', provider)).toContain('仍可能');
    expect(inWords('REVOKED', provider, true)).toBe('此卡本不应绑定，已解绑。');
  });

  it('says that a reader may not hear of it, where a card opens doors', () => {
    for (const provider of ['cloudgate', 'northgate'])
      expect(inWords('SUSPENDED_BY_HOLDER', provider)).toBe('您已暂停使用此卡。离线的读卡器可能仍会开门。');
    for (const provider of ['seaside-bank', 'token-pocket'])
      expect(inWords('SUSPENDED_BY_HOLDER', provider)).toBe('您已暂停使用此卡。');
  });

  it('does not say of what is off that it is being taken off', () => {
    expect(inWords('REVOKED', 'seaside-bank')).toBe('此卡本不应绑定，正在解绑。');
    expect(inWords('REVOKED', 'seaside-bank', true)).toBe('此卡本不应绑定，已解绑。');
  });
});
