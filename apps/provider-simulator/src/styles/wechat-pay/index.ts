import type { SimulatedStyle } from '../style';
import { registerCertificates } from './certificates.route';
import { registerContractRoutes } from './contracts.route';
import { keys, type WeChatPayKeys } from './keys';
import { openContracts } from './open-contracts';
import { notifications } from './notifications';
import { registerPeopleRoutes } from './people.route';
import { addSignedScope } from './signed-scope';

/** WeChat Pay, API v3, as its merchants and its users meet it. */
export const weChatPayStyle = {
  code: 'WECHAT_PAY',
  // A contract of 委托代扣 is signed or has ended (《查询委托代扣签约协议》, contract_state).
  pauses: false,
  keys,
  registerRoutes(app, company, world) {
    addSignedScope(app, company, world, (signed) => {
      registerCertificates(signed, company, world.state);
      registerContractRoutes(signed, company, world);
    });
    app.register(async (people) => registerPeopleRoutes(people, company, world));
  },
  peoplePages: openContracts,
  notices: notifications,
} as const satisfies SimulatedStyle<WeChatPayKeys>;
