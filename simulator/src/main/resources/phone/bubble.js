import { element, icon } from '/page/dom.js';
import { content } from '/phone/content.js';
import { hour, words } from '/phone/words.js';

const ONE_TICK = 'm5 13 4 4L19 7';
const TWO_TICKS = 'm2 13 4 4L16 7M11 16l1 1L22 7';
const SMILE = 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM8.5 14.5a4.5 4.5 0 0 0 7 0M9 9.5h.01M15 9.5h.01';
const REACTIONS = ['👍', '❤️', '😊', '🙏'];

/** One message as the phone shows it. */
export function bubble(entry, quoted, send) {
  const mine = entry.from === 'customer';
  const answer = (message) => send({ ...message, context: { id: entry.wamid } });
  const shown = element('article', { className: `bubble ${mine ? 'mine' : 'theirs'} ${entry.content.type}`, id: entry.wamid },
    quoted ? element('p', { className: 'quote', dir: 'auto', textContent: summary(quoted.content) }) : undefined,
    ...content(entry.content, answer),
    element('footer', {}, hour(new Date(entry.at)), mine ? ticks(entry.status) : undefined));
  const reactions = Object.values(entry.reactions);
  if (reactions.length) {
    shown.append(element('span', { className: 'reactions', textContent: reactions.join('') }));
  }
  return element('div', { className: `row ${mine ? 'mine' : 'theirs'}` }, shown, mine ? undefined : reacting(entry, send));
}

function ticks(status) {
  const mark = icon(status === 'sent' ? ONE_TICK : TWO_TICKS, words[status]);
  mark.classList.add('ticks', status);
  return mark;
}

function summary(message) {
  const part = message[message.type] ?? {};
  return part.body?.text ?? part.body ?? part.caption ?? part.filled?.body ?? part.filename ?? '…';
}

function reacting(entry, send) {
  const react = (emoji) => send({ type: 'reaction', reaction: { message_id: entry.wamid, emoji } });
  const mine = entry.reactions.customer;
  return element('details', { className: 'reacting' },
    element('summary', { ariaLabel: words.react }, icon(SMILE)),
    element('div', {}, ...REACTIONS.map((emoji) => element('button', {
      type: 'button', textContent: emoji, ariaPressed: String(emoji === mine), onclick: () => react(emoji === mine ? '' : emoji),
    }))));
}
