import type { en } from './explorer.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  title: 'Bindery 图谱浏览器',
  loading: '正在加载图谱浏览器…',
  clock: '沙盒时间',
  hour: '+1 小时',
  day: '+1 天',
  month: '+30 天',
  year: '+1 年',
  timeNow: '沙盒时间为 {now}（UTC）。',
  timeBehind: '尚未跟上的程序：{behind}。',
  timeMoved: '令牌失效后请重新登录。',
  timeNotMoved: '时间没有移动：{message}。',
  timeSilent: '沙盒时钟没有响应。',
  liveIdle: '实时变化：在上方登录后，账户的变化会显示在这里。',
  liveOn: '实时变化：正在接收。',
  liveChange: '实时变化：{change}',
  liveEnded: '实时变化：已结束（{reason}）。重新登录后继续接收。',
  signedOut: '已退出：令牌已失效，请重新登录。',
  links: '应答中的页面：',
  introduction:
    'Bindery 的图谱，文档在左侧。\nCtrl-空格补全，Ctrl-回车运行。\n\n查看首页：先运行 LogIn，再运行 Home。\n之后的请求会带上最近一次 LogIn 的令牌，\n除非 Headers 中另有：\n{ "authorization": "Bearer <accessToken>" }',
  logIn:
    '演示账户之一，全部账户见 npm start 的\n启动信息。$newKey 由本页生成，每次运行\n都是新的：一个编号对应一次登录。在别处\n请自己写一段 16 到 64 个字符的新文本。',
};
