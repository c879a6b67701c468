import { element, icon, useLanguage, withLinks } from '/page/dom.js';

const WORDS = {
  en: {
    title: 'Mailbox',
    hint: 'Every mail the demo sends ends here.',
    clear: 'Empty',
    to: 'to',
    none: 'No mail yet',
    noneHint: 'Invitations and sign-in links will show up by themselves.',
  },
  he: {
    title: 'תיבת הדואר',
    hint: 'כל הודעת דואר שההדגמה שולחת מגיעה לכאן.',
    clear: 'ריקון',
    to: 'אל',
    none: 'אין דואר עדיין',
    noneHint: 'הזמנות וקישורי כניסה יופיעו כאן מעצמם.',
  },
};

const language = useLanguage();
const words = WORDS[language];
let shown = '';

function card(mail) {
  const at = new Date(mail.at);
  return element('article', {},
    element('h2', { dir: 'auto', textContent: mail.subject }),
    element('p', { className: 'facts' },
      element('bdi', { textContent: mail.from }),
      element('span', {}, `${words.to} `, element('bdi', { textContent: mail.to.join(', ') })),
      element('time', { dateTime: mail.at, textContent: at.toLocaleString(language, { dateStyle: 'short', timeStyle: 'short' }) })),
    element('p', { className: 'text', dir: 'auto' }, ...withLinks(mail.text)));
}

function empty() {
  const picture = icon('M3 7.5 12 13l9-5.5M4 5h16a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1Z');
  return element('div', { className: 'empty' }, picture,
    element('strong', { textContent: words.none }), words.noneHint);
}

async function refresh() {
  const answer = await fetch('/mails').then((response) => response.text()).catch(() => shown);
  if (answer !== shown) {
    shown = answer;
    const mails = JSON.parse(answer);
    document.getElementById('clear').hidden = mails.length === 0;
    document.getElementById('mails').replaceChildren(...(mails.length ? mails.map(card) : [empty()]));
  }
}

document.title = words.title;
for (const id of ['title', 'hint', 'clear']) {
  document.getElementById(id).textContent = words[id];
}
document.getElementById('clear').addEventListener('click', async () => {
  await fetch('/mails', { method: 'DELETE' });
  await refresh();
});
await refresh();
setInterval(refresh, 2000);
