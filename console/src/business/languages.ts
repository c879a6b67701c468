/** Languages that Meta takes templates in, in its words (Cloud API, "Supported languages"). */
export const LANGUAGES = [
  'he', 'en', 'en_US', 'en_GB', 'ar', 'ru', 'fr', 'es', 'es_ES', 'es_MX', 'es_AR', 'de', 'it', 'pt_BR', 'pt_PT', 'am',
  'af', 'sq', 'az', 'bn', 'bg', 'ca', 'zh_CN', 'zh_HK', 'zh_TW', 'hr', 'cs', 'da', 'nl', 'et', 'fil', 'fi', 'ka', 'el',
  'gu', 'ha', 'hi', 'hu', 'id', 'ga', 'ja', 'kn', 'kk', 'rw_RW', 'ko', 'ky_KG', 'lo', 'lv', 'lt', 'mk', 'ms', 'ml', 'mr',
  'nb', 'fa', 'pl', 'pa', 'ro', 'sr', 'sk', 'sl', 'sw', 'sv', 'ta', 'te', 'th', 'tr', 'uk', 'ur', 'uz', 'vi', 'zu',
] // prettier-ignore
