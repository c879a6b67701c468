import { useLanguage } from '/page/dom.js';

const WORDS = {
  en: {
    title: 'Simulated phone',
    note: 'A simulated phone. What you write here reaches the business the way a real message would.',
    customer: 'Phone of',
    number: 'Business to write to',
    chat: 'Messages',
    write: 'Message',
    send: 'Send',
    attach: 'Attach a picture or a file',
    typing: 'typing…',
    sent: 'Sent',
    delivered: 'Delivered',
    read: 'Read',
    picture: 'Picture',
    download: 'Open the file',
    location: 'Location',
    react: 'React',
    unknown: 'A message this phone cannot show',
    empty: 'No messages yet',
    emptyHint: (business) => `Say hello to ${business}.`,
    nobody: 'Nobody is set up yet',
    nobodyHint: 'People and businesses appear here once the simulator knows them.',
    failed: 'Not sent. The file may be too large or of a kind WhatsApp does not take.',
  },
  he: {
    title: 'טלפון מדומה',
    note: 'טלפון מדומה. מה שנכתב כאן מגיע אל העסק כמו הודעה אמיתית.',
    customer: 'הטלפון של',
    number: 'העסק שאליו כותבים',
    chat: 'הודעות',
    write: 'הודעה',
    send: 'שליחה',
    attach: 'צירוף תמונה או קובץ',
    typing: 'בהקלדה…',
    sent: 'נשלחה',
    delivered: 'נמסרה',
    read: 'נקראה',
    picture: 'תמונה',
    download: 'פתיחת הקובץ',
    location: 'מיקום',
    react: 'תגובה',
    unknown: 'הודעה שהטלפון הזה לא יודע להציג',
    empty: 'אין הודעות עדיין',
    emptyHint: (business) => `אפשר להתחיל ב"שלום" אל ${business}.`,
    nobody: 'עדיין לא הוגדר כאן אף אחד',
    nobodyHint: 'אנשים ועסקים יופיעו כאן ברגע שהסימולטור יכיר אותם.',
    failed: 'ההודעה לא נשלחה. ייתכן שהקובץ גדול מדי או מסוג ש־WhatsApp אינו מקבל.',
  },
};

export const language = useLanguage();
export const words = WORDS[language];

const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const date = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' });
const near = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });

export function hour(at) {
  return time.format(at);
}

/** Today, yesterday, or the date. */
export function day(at) {
  const ago = Math.round((midnight(at) - midnight(new Date())) / 86_400_000);
  return ago > -2 ? near.format(ago, 'day') : date.format(at);
}

function midnight(at) {
  return new Date(at).setHours(0, 0, 0, 0);
}
