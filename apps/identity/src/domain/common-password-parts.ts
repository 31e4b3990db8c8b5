/**
 * What leaked passwords are made of most often, lower case: words, keyboard walks, dates, pinyin. At 15
 * characters and more the passwords of the public leak lists are these put together, so parts are matched
 * instead of wholes. A password passes when enough is left after all of them are taken out.
 */
export const commonPasswordParts: readonly string[] = [
  'password', 'passw0rd', 'p@ssword', 'p@ssw0rd', 'passwort', 'passphrase', 'contraseña', 'mima', 'woaini', 'iloveyou', 'letmein', 'welcome',
  'admin', 'administrator', 'root', 'user', 'login', 'master', 'secret', 'changeme', 'default', 'guest', 'test', 'testing', 'temp', 'access',
  'qwertyuiop', 'qwerty', 'qwertz', 'azerty', 'asdfghjkl', 'asdfgh', 'asdf', 'zxcvbnm', 'zxcvbn', 'zxcv', 'qazwsxedc', 'qazwsx', 'qaz', 'wsx',
  '1qaz2wsx3edc', '1qaz2wsx', '1q2w3e4r5t6y', '1q2w3e4r', 'q1w2e3r4', 'zaq1', 'xsw2', 'poiuytrewq', 'lkjhgfdsa', 'mnbvcxz',
  '1234567890', '0123456789', '123456789', '12345678', '1234567', '123456', '12345', '1234', '123', '0987654321', '987654321', '87654321',
  '654321', '54321', '4321', '321', '111111', '000000', '666666', '888888', '666', '888', '520', '1314', '5201314', '147258369', '159357', '112233',
  '121212', '123123', '123321', 'abc123', 'a1b2c3', 'abcdefghijklmnop', 'abcdefgh', 'abcdef', 'abcd', 'abc', 'aaaaaa', 'xxx',
  'monkey', 'dragon', 'football', 'baseball', 'basketball', 'superman', 'batman', 'pokemon', 'princess', 'sunshine', 'shadow', 'michael', 'jordan',
  'charlie', 'daniel', 'jessica', 'ashley', 'thomas', 'liverpool', 'chelsea', 'arsenal', 'starwars', 'freedom', 'whatever', 'trustno1', 'hello',
  'hunter', 'killer', 'computer', 'internet', 'google', 'facebook', 'wechat', 'weixin', 'alipay', 'zhifubao', 'taobao', 'tencent', 'baidu', 'china',
  'beijing', 'shanghai', 'zhongguo', 'wangyi', 'love', 'forever', 'summer', 'winter', 'spring', 'autumn', 'monday', 'friday', 'january', 'december',
  'correcthorsebatterystaple', 'bindery', 'wallet', 'card', 'bank', 'money', 'mypassword', 'mobile', 'phone', 'account',
  ...Array.from({ length: 80 }, (_, index) => String(1950 + index)),
];
