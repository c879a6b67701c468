import { button, element } from '/page/dom.js';
import * as api from '/phone/api.js';
import { Phone } from '/phone/phone.js';
import { World } from '/phone/world.js';
import { Panel } from '/desk/panel.js';
import { language, moment, words } from '/desk/words.js';

const FIRST = 3;
const STEPS = ['PT1M', 'PT1H', 'P1D'];

const at = (id) => document.getElementById(id);
const world = new World();
const phones = new Set();
const panel = new Panel(at('panel'), () => world.numbers);

/** The phones of a desk are found again in the address. */
function remember() {
  const open = [...phones].map(({ choice }) => `${choice.customer}@${choice.number}`).join(',');
  history.replaceState(null, '', `?lang=${language}&phones=${encodeURIComponent(open)}`);
}

function open(customer, number) {
  const entry = { choice: { customer, number } };
  entry.phone = new Phone(world, {
    customer,
    number,
    onPick: (choice) => {
      entry.choice = choice;
      remember();
    },
    onClose: () => {
      entry.phone.leave();
      phones.delete(entry);
      remember();
      at('add').focus();
    },
  });
  phones.add(entry);
  at('phones').append(entry.phone.element);
  return entry.phone;
}

function add() {
  const taken = new Set([...phones].map(({ choice }) => choice.customer));
  const next = world.people.find(({ waId }) => !taken.has(waId)) ?? world.people[0];
  const phone = open(next?.waId, world.numbers[0]?.id);
  void phone.meet();
  phone.element.scrollIntoView({ behavior: 'smooth', inline: 'end' });
}

function begin() {
  const earlier = new URLSearchParams(location.search).get('phones');
  if (earlier) {
    earlier.split(',').forEach((one) => open(...one.split('@')));
  } else {
    world.people.slice(0, FIRST).forEach(({ waId }) => open(waId, numberFor(waId)));
  }
}

/** The business a person has written to, where the demo says so by its language. */
function numberFor(waId) {
  const person = world.people.find((one) => one.waId === waId);
  const hebrew = world.numbers.find(({ name }) => /[\u0590-\u05ff]/.test(name));
  return (person?.language === 'he' && hebrew ? hebrew : world.numbers[0])?.id;
}

function showTime() {
  const clock = element('time', { textContent: moment(world.now()) });
  const away = Math.abs(world.ahead) > 2000;
  at('time').classList.toggle('moved', away);
  at('time').replaceChildren(clock,
    ...STEPS.map((step) => button(words.steps[step], async () => {
      await api.advance(step);
      await world.load();
      showTime();
    })),
    away ? button(words.realTime, async () => {
      await api.realTime();
      await world.load();
      showTime();
    }) : '');
}

document.title = words.title;
at('title').textContent = words.title;
at('time').ariaLabel = words.clock;
at('add').textContent = words.add;
at('trouble').textContent = words.trouble;
at('trouble').ariaExpanded = 'false';
at('add').addEventListener('click', add);
at('trouble').addEventListener('click', async () => {
  at('trouble').ariaExpanded = String(await panel.toggle());
});
await world.open();
begin();
await world.load();
showTime();
setInterval(() => {
  const clock = at('time').querySelector('time');
  clock.textContent = moment(world.now());
}, 1000);
