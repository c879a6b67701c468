import { Phone } from '/phone/phone.js';
import { words } from '/phone/words.js';
import { World } from '/phone/world.js';

const address = new URLSearchParams(location.search);
const world = new World();

function remember({ customer, number }) {
  address.set('customer', customer);
  address.set('to', number);
  history.replaceState(null, '', `?${address}`);
}

document.title = words.title;
document.getElementById('title').textContent = words.title;
document.getElementById('note').textContent = words.note;
const phone = new Phone(world, { customer: address.get('customer'), number: address.get('to'), onPick: remember });
document.getElementById('place').append(phone.element);
await world.open();
