import type { Catalogue } from '@bindery/localisation';

const english = {
  NOT_HTTP: 'This is no HTTP, or its address is none.',
  HASH_IN_ADDRESS: 'The address has a “#”; escape it as %23.',
  ADDRESS_NOT_PLAIN: 'The address has to be /graphql, without a host and without escapes.',
  PARAMETER_TWICE: 'A parameter stands in the address twice.',
  BODY_IS_NO_JSON: 'The body is not JSON.',
  BODY_IS_NO_OBJECT: 'The body has to be a JSON object.',
  QUERY_IS_NO_TEXT: '“query” has to be a text.',
  OPERATION_NAME_IS_NO_TEXT: '“operationName” has to be a text.',
  VARIABLES_ARE_NO_OBJECT: '“variables” has to be a JSON object.',
  EXTENSIONS_ARE_NO_OBJECT: '“extensions” has to be a JSON object.',
  NO_DOCUMENT: 'No document is named: send “query”, “documentId” or “extensions.persistedQuery”.',
  DOCUMENT_ID_FORM:
    'A document is named by one id only: “sha256:” and the SHA-256 of its text, in 64 lower-case hexadecimal digits.',
  DOCUMENT_ID_OF_OTHER: 'The id is not that of the text beside it.',
};

/** What can be wrong with a request so that it is none. */
export type Mistake = keyof typeof english;

/** Words for the developer of a client, beside the code BAD_REQUEST. */
export const mistakeWords: Catalogue<Mistake> = {
  en: english,
  'zh-CN': {
    NOT_HTTP: '这不是 HTTP，或地址无效。',
    HASH_IN_ADDRESS: '地址中含有“#”，请写作 %23。',
    ADDRESS_NOT_PLAIN: '地址必须写作 /graphql，不带主机名，也不含转义。',
    PARAMETER_TWICE: '地址中有参数重复出现。',
    BODY_IS_NO_JSON: '请求体不是 JSON。',
    BODY_IS_NO_OBJECT: '请求体必须是 JSON 对象。',
    QUERY_IS_NO_TEXT: '“query”必须是字符串。',
    OPERATION_NAME_IS_NO_TEXT: '“operationName”必须是字符串。',
    VARIABLES_ARE_NO_OBJECT: '“variables”必须是 JSON 对象。',
    EXTENSIONS_ARE_NO_OBJECT: '“extensions”必须是 JSON 对象。',
    NO_DOCUMENT: '没有指明文档：请发送“query”、“documentId”或“extensions.persistedQuery”。',
    DOCUMENT_ID_FORM: '文档只能由一个标识指明：“sha256:”加上其文本的 SHA-256 值（64 位小写十六进制数字）。',
    DOCUMENT_ID_OF_OTHER: '该标识与所附文本不符。',
  },
};

export const isMistake = (text: unknown): text is Mistake => typeof text === 'string' && Object.hasOwn(english, text);
