import { button, element, setLanguage } from '/page/dom.js';

/** The window of the embedded signup: it comes back to whoever opened it with a code, or with an error. */
const WORDS = {
  en: {
    title: 'Connect your WhatsApp account',
    lead: 'This window plays Meta’s. Choose the account that the app may act for.',
    accounts: 'Accounts',
    go: 'Continue',
    stop: 'Cancel',
    broken: 'Whoever opened this window has not said where to come back to.',
    none: 'There is no account yet.',
  },
  he: {
    title: 'חיבור חשבון WhatsApp',
    lead: 'החלון הזה משחק את זה של Meta. יש לבחור את החשבון שהאפליקציה תוכל לפעול בשמו.',
    accounts: 'חשבונות',
    go: 'המשך',
    stop: 'ביטול',
    broken: 'מי שפתח את החלון לא אמר לאן לחזור.',
    none: 'אין עדיין חשבון.',
  },
};

const words = WORDS[setLanguage(navigator.language)];
const asked = new URLSearchParams(location.search);

function comeBack(told) {
  const back = new URL(asked.get('redirect_uri'));
  for (const [name, value] of Object.entries(told)) back.searchParams.set(name, value);
  if (asked.has('state')) back.searchParams.set('state', asked.get('state'));
  location.assign(back);
}

async function grant(wabaId) {
  const body = JSON.stringify({ appId: asked.get('client_id'), wabaId });
  const answer = await fetch('/simulator/signups', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
  comeBack({ code: (await answer.json()).code });
}

function account({ id, name, numbers }, place) {
  const choice = element('input', { type: 'radio', name: 'account', value: id, checked: place === 0 });
  const phones = numbers.map((one) => one.displayPhoneNumber).join(', ');
  return element('label', {}, choice,
    element('span', {}, element('strong', { dir: 'auto', textContent: name }), element('bdi', { textContent: phones })));
}

function canComeBack() {
  return URL.canParse(asked.get('redirect_uri')) && /^https?:$/.test(new URL(asked.get('redirect_uri')).protocol);
}

async function show() {
  document.title = words.title;
  const title = element('h1', { textContent: words.title });
  if (!canComeBack()) return [title, element('p', { textContent: words.broken })];
  const { wabas } = await (await fetch('/simulator/setup')).json();
  const accounts = element('fieldset', {}, element('legend', { textContent: words.accounts }), ...wabas.map(account));
  const chosen = () => accounts.querySelector('input:checked');
  const go = button(words.go, () => grant(chosen().value));
  go.className = 'main';
  go.disabled = wabas.length === 0;
  const stop = button(words.stop, () => comeBack({ error: 'access_denied', error_reason: 'user_denied' }));
  return [title, element('p', { textContent: wabas.length ? words.lead : words.none }), accounts,
    element('div', { className: 'actions' }, go, stop)];
}

document.getElementById('window').replaceChildren(...(await show()));
