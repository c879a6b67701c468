import { button, element, icon, menu } from '/page/dom.js';
import * as api from '/phone/api.js';
import { content } from '/phone/content.js';
import { DOTS, REPLY, SMILE } from '/phone/icons.js';
import { hour, words } from '/phone/words.js';

const ONE_TICK = 'm5 13 4 4L19 7';
const TWO_TICKS = 'm2 13 4 4L16 7M11 16l1 1L22 7';
const REACTIONS = ['👍', '❤️', '😊', '🙏'];
const EDITABLE_MS = 15 * 60_000;

/** One message as the phone shows it, with what can be done about it. */
export function bubble(entry, quoted, phone) {
  const mine = entry.from === 'customer';
  const side = mine ? 'mine' : 'theirs';
  const answer = (message) => phone.send({ ...message, context: { id: entry.wamid } });
  const shown = element('article', { className: `bubble ${side} ${entry.content.type}` },
    quoted ? element('p', { className: 'quote', dir: 'auto', textContent: summary(quoted.content) }) : undefined,
    ...content(entry.content, answer, phone),
    element('footer', {}, hour(new Date(entry.at)), mine ? ticks(entry.status) : played(entry)));
  const reactions = Object.values(entry.reactions);
  if (reactions.length) {
    shown.append(element('span', { className: 'reactions', textContent: reactions.join('') }));
  }
  const row = element('div', { className: `row ${side}` }, shown,
    element('div', { className: 'doing' }, mine ? undefined : reacting(entry, phone),
      element('button', { type: 'button', className: 'tap', onclick: () => phone.answer(entry) }, icon(REPLY, words.reply)),
      mine ? own(entry, phone) : undefined));
  row.dataset.wamid = entry.wamid;
  return row;
}

function ticks(status) {
  const mark = icon(status === 'sent' ? ONE_TICK : TWO_TICKS, words[status]);
  mark.classList.add('ticks', status);
  return mark;
}

function played({ status }) {
  return status === 'played' ? element('span', { className: 'ticks read', textContent: words.played }) : undefined;
}

export function summary(message) {
  const part = message[message.type] ?? {};
  return part.body?.text ?? part.body ?? part.caption ?? part.filled?.body ?? part.filename ?? part.name ?? words[message.type] ?? '…';
}

function reacting(entry, phone) {
  const react = (emoji) => phone.send({ type: 'reaction', reaction: { message_id: entry.wamid, emoji } });
  const mine = entry.reactions.customer;
  const made = menu(icon(SMILE, words.react), REACTIONS.map((emoji) => Object.assign(
    button(emoji, () => react(emoji === mine ? '' : emoji)), { ariaPressed: String(emoji === mine) })));
  made.classList.add('reacting');
  return made;
}

/** A text can be changed for a quarter of an hour, everything can be taken back. */
function own(entry, phone) {
  const fresh = phone.now() - new Date(entry.at) < EDITABLE_MS;
  return menu(icon(DOTS, words.more), [
    entry.content.type === 'text' && fresh ? untold(button(words.edit, () => phone.rewrite(entry)), words.editUntold, phone) : undefined,
    untold(button(words.revoke, () => phone.attempt(api.revoke(phone.customer, phone.number, entry.wamid))), words.revokeUntold, phone),
  ]);
}

/** Meta tells it only to numbers that are in the WhatsApp Business app as well. */
function untold(choice, hint, phone) {
  if (!phone.number.coexistence) {
    choice.append(element('small', { textContent: hint }));
  }
  return choice;
}
