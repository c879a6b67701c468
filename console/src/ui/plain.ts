/** Without capitals, accents and niqqud, as people look for things. */
export const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
