export const zhCn = '{kind, select, BANK_CARD {银行卡} ACCESS_CARD {门禁卡} WALLET {钱包} other {卡片}}';
